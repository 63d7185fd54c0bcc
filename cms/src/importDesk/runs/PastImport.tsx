import { useState } from 'react'
import { WITHDRAW_REASON_LABELS, WITHDRAW_REASONS, type WithdrawReason } from '#domain/vocabulary'
import { wordsOf } from '../../components/askNewsroom.ts'
import type { ImportState } from '../../imports/commit/importStates.ts'
import { askImports } from '../askImports.ts'
import { Choice } from '../Choice.tsx'
import { Fault } from '../Told.tsx'
import { RunTold } from './RunTold.tsx'
import { useRun } from './useRun.ts'

/** An import as the list of imports gives it. */
export type KeptRow = {
  id: number | string
  fileName: string
  mapping: string
  mappingVersion: number
  total: number
  state: ImportState
}

type Props = { row: KeptRow; publishes: boolean; onDone: () => void }

/** What may be done with an import: undone with a reason, approved by a second person, stopped. */
export function PastImport({ row, publishes, onDone }: Props) {
  const { run, fault, begin, isUnderWay } = useRun(`import-runs/${row.id}`, onDone)
  const [isAsking, setIsAsking] = useState(false)
  const [reason, setReason] = useState<WithdrawReason | undefined>('mistaken')
  const [words, setWords] = useState('')
  const [stopped, setStopped] = useState<string | null>(null)
  const cancel = async () => {
    try {
      await askImports('POST', `import-runs/${row.id}/cancel`, {})
      onDone()
    } catch (error) {
      setStopped(wordsOf(error))
    }
  }
  const undo = () => {
    setIsAsking(false)
    void begin(`import-runs/${row.id}/undo`, { withdrawReason: reason ?? '', withdrawNote: words })
  }
  return (
    <div className="import-desk__line">
      {row.state === 'committed' && !isUnderWay && !isAsking && (
        <button onClick={() => setIsAsking(true)} type="button">
          撤销
        </button>
      )}
      {row.state === 'waiting' && publishes && (
        <button
          disabled={isUnderWay}
          onClick={() => void begin(`import-runs/${row.id}/approve`, {})}
          type="button"
        >
          批准，一起公开
        </button>
      )}
      {(row.state === 'waiting' || row.state === 'open') && (
        <button onClick={() => void cancel()} type="button">
          停下，什么也不留
        </button>
      )}
      {isAsking && (
        <>
          <Choice
            label="为什么撤销"
            labels={WITHDRAW_REASON_LABELS}
            onChange={setReason}
            options={WITHDRAW_REASONS}
            value={reason}
          />
          <label>
            几个字说明（公开过的，读者会看到）
            <input
              maxLength={200}
              onChange={({ target }) => setWords(target.value)}
              type="text"
              value={words}
            />
          </label>
          <button disabled={reason === undefined} onClick={undo} type="button">
            撤销整个导入
          </button>
          <button onClick={() => setIsAsking(false)} type="button">
            不撤了
          </button>
        </>
      )}
      <Fault words={fault ?? stopped} />
      <RunTold done={() => ''} run={run} />
    </div>
  )
}
