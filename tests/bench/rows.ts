/** What every row of the bench is given. */
export type RowOptions = {
  /** Cases of the newsroom. */
  size: number
  /** A copy of the kept newsroom that the row may change. */
  dataDir: string
  /** How often each thing is measured. */
  times: number
  /** Progress, one line at a time. */
  say: (line: string) => void
}
