import type { RunState } from '../../imports/uploads/importRuns.ts'

type Props = { run: RunState; done: (id: number | string | null) => string }

/** How far something is that is done with a whole import, and how it ended. */
export function RunTold({ run, done }: Props) {
  if (run.state === 'failed')
    return (
      <div className="field-fault" role="alert">
        <p>{run.words}</p>
        {run.inTheWay.length > 0 && (
          <ul>
            {run.inTheWay.map(({ table, key, reason }) => (
              <li key={`${table} ${key} ${reason}`}>
                {key}：{reason}
              </li>
            ))}
          </ul>
        )}
      </div>
    )
  return (
    <output aria-live="polite">
      {run.state === 'under-way' && (
        <>
          {run.of === 0 ? '正在准备……' : `已经${run.done}条，共${run.of}条`}
          <progress {...(run.of > 0 ? { max: run.of, value: run.done } : {})} />
        </>
      )}
      {run.state === 'done' && done(run.import)}
    </output>
  )
}
