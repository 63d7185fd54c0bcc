import { OUTCOME_LABELS, OUTCOMES } from '#domain/imports/importPlan'
import type { ShownPlan } from '../../imports/uploads/shownPlan.ts'
import type { usePlan } from './usePlan.ts'

type Props = { id: string; plan: ShownPlan; run: ReturnType<typeof usePlan> }

/** How many rows of each outcome; pressing one shows only those. */
export function PlanCounts({ id, plan, run }: Props) {
  const { narrowing, setNarrowing } = run
  return (
    <>
      <ul className="import-desk__counts">
        <li>
          <button
            aria-pressed={narrowing.outcome === undefined && narrowing.kind === undefined}
            onClick={() => setNarrowing({ page: 1 })}
            type="button"
          >
            全部 {plan.total}
          </button>
        </li>
        {OUTCOMES.map((outcome) => (
          <li key={outcome}>
            <button
              aria-pressed={narrowing.outcome === outcome}
              disabled={plan.counts[outcome] === 0}
              onClick={() => setNarrowing({ outcome, page: 1 })}
              type="button"
            >
              {OUTCOME_LABELS[outcome]} {plan.counts[outcome]}
            </button>
          </li>
        ))}
      </ul>
      <p>
        读的是“{plan.sheet}”。<a href={`/api/import-files/${id}/plan-book`}>下载成 XLSX</a>
        {plan.vanished.count > 0 &&
          `；上次有、这次没有的${plan.vanished.count}条，不动它们：${plan.vanished.first
            .map(({ key }) => key)
            .join('、')}${plan.vanished.count > plan.vanished.first.length ? '……' : ''}`}
      </p>
      {plan.notes.length > 0 && (
        <details>
          <summary>读的时候看到的{plan.notes.length}件事</summary>
          <ul>
            {plan.notes.map(({ text }) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
