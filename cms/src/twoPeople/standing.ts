/** Who else is at a record while somebody's form of it is open. */
export type Standing = {
  /** Who has it open for writing; null where nobody has. */
  holder: { id: number | string; name: string } | null
  /** Who saved it since the form was opened, and when; null where nobody has. */
  saved: string | null
}
