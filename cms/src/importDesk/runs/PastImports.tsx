import { useCallback, useEffect, useState } from 'react'
import { wordsOf } from '../../components/askNewsroom.ts'
import { IMPORT_STATE_LABELS } from '../../imports/commit/importStates.ts'
import { askImports } from '../askImports.ts'
import { Fault } from '../Told.tsx'
import { type KeptRow, PastImport } from './PastImport.tsx'

/** How many are shown; all of them stand in the list of 导入. */
const SHOWN = 10

/** Imports that were made, the newest first, and what may be done with them. */
export function PastImports({ round, publishes }: { round: number; publishes: boolean }) {
  const [rows, setRows] = useState<KeptRow[]>([])
  const [fault, setFault] = useState<string | null>(null)
  const look = useCallback(async () => {
    try {
      const { docs } = await askImports<{ docs: KeptRow[] }>('GET', `imports?sort=-createdAt&limit=${SHOWN}`)
      setRows(docs)
    } catch (error) {
      setFault(wordsOf(error))
    }
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round is what it is looked at again for
  useEffect(() => {
    void look()
  }, [look, round])
  if (rows.length === 0 && !fault) return null
  return (
    <section aria-labelledby="import-past">
      <h2 id="import-past">做过的导入</h2>
      <Fault words={fault} />
      <ul className="import-desk__past">
        {rows.map((row) => (
          <li key={row.id}>
            <strong>{row.fileName}</strong>，{row.mapping}第{row.mappingVersion}版，{row.total}条：
            {IMPORT_STATE_LABELS[row.state]}
            <PastImport onDone={look} publishes={publishes} row={row} />
          </li>
        ))}
      </ul>
      <a href="/admin/collections/imports">全部导入</a>
    </section>
  )
}
