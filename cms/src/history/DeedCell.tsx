import type { Deed } from '#domain/vocabulary'
import { deedWords } from './deedWords.ts'

type Row = { deed: Deed; kind?: string | null }

/** What somebody did, in the list of the history. */
export function DeedCell({ rowData }: { rowData: Row }) {
  return <span>{deedWords(rowData.deed, rowData.kind)}</span>
}
