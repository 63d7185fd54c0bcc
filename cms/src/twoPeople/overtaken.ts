/** One field in which two people differ, each text as a person reads it. */
export type Difference = {
  field: string
  label: string
  /** What it was when the second opened the record; null where that state is no longer there. */
  before: string | null
  /** What the other person has saved. */
  theirs: string
  /** What the second person sends; null where it is left alone. */
  yours: string | null
}

/** What the second of two people is told (409, in `errors[0].data`), to choose from and to send again. */
export type Overtaken = {
  /** The state that is to be named when it is sent again. */
  basedOn: string
  /** Who saved that state, and when. */
  by: string
  fields: Difference[]
}
