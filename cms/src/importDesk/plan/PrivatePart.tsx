import { type Mapping, PRIVATE_WAY_LABELS, PRIVATE_WAYS, type PrivateWay } from '#domain/imports/mapping'
import type { PrivateKindFound, ShownPlan } from '../../imports/uploads/shownPlan.ts'
import type { usePlan } from './usePlan.ts'

type Props = {
  plan: ShownPlan
  mapping: Mapping
  onChange: (mapping: Mapping) => void
  run: ReturnType<typeof usePlan>
}

/** Private words in texts that would be public, decided by kind. */
export function PrivatePart({ plan, mapping, onChange, run }: Props) {
  const kinds = plan.privateKinds
  if (kinds.length === 0) return null
  const decide = (ways: Record<string, PrivateWay>) =>
    onChange({ ...mapping, private: { ...mapping.private, ...ways } })
  const maskAll = () => decide(Object.fromEntries(kinds.map(({ kind }) => [kind, 'mask' as const])))
  return (
    <div className="import-desk__private">
      <h3>文字里的私人信息</h3>
      <p>
        要公开的文字里有这些。遮住的，公开时只剩“138****”“王某”这样的样子；原文要留的，另选一项，只留在不公开的备注里。
        <button onClick={maskAll} type="button">
          全部遮住
        </button>
      </p>
      {kinds.map((found) => (
        <Kind
          decide={(way) => decide({ [found.kind]: way })}
          found={found}
          key={`${found.strength} ${found.kind}`}
          onSeeAll={() => run.setNarrowing({ kind: found.kind, page: 1 })}
          way={mapping.private[found.kind] ?? mapping.private['*'] ?? 'hold'}
        />
      ))}
    </div>
  )
}

type KindProps = {
  found: PrivateKindFound
  way: PrivateWay
  decide: (way: PrivateWay) => void
  onSeeAll: () => void
}

function Kind({ found, way, decide, onSeeAll }: KindProps) {
  const { kind, strength, count, first } = found
  const ways = PRIVATE_WAYS.filter((each) => each !== 'keep' || strength === 'doubtful')
  return (
    <div>
      <label className="import-desk__question">
        <span>
          {kind}，{count}处{strength === 'doubtful' ? '（可能是，请看一看）' : ''}
        </span>
        <select
          onChange={({ target }) => decide(ways.find((each) => each === target.value) ?? 'hold')}
          value={way}
        >
          {ways.map((each) => (
            <option key={each} value={each}>
              {PRIVATE_WAY_LABELS[each]}
            </option>
          ))}
        </select>
      </label>
      <details>
        <summary>看前{first.length}处</summary>
        <ul>
          {first.map(({ row, address, before, text, masked }) => (
            <li key={`${row} ${address} ${before} ${text}`}>
              <code>{address ?? `第${row}行`}</code>：{before}
              <mark>{text}</mark> → {masked}
            </li>
          ))}
        </ul>
        <button onClick={onSeeAll} type="button">
          在下面逐行看全部
        </button>
      </details>
    </div>
  )
}
