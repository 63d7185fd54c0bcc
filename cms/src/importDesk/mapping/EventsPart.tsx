import type { Mapping, TimelineRule } from '#domain/imports/mapping'
import { EVENT_KIND_LABELS } from '#domain/vocabulary'
import { EVENT_PARTS, partLabel } from './columnUses.ts'

type Props = { mapping: Mapping; onChange: (mapping: Mapping) => void }

/** Whose events have no column of departments: those that the case names, or a body that is the same in all rows. */
export function EventsPart({ mapping, onChange }: Props) {
  if (mapping.timeline.length === 0) return null
  const change = (rule: TimelineRule, next: TimelineRule) =>
    onChange({ ...mapping, timeline: mapping.timeline.map((each) => (each === rule ? next : each)) })
  return (
    <fieldset>
      <legend>经过里的事件，按先后</legend>
      <ol>
        {mapping.timeline.map((rule) => (
          <li className="import-desk__event" key={keyOf(rule)}>
            <strong>{EVENT_KIND_LABELS[rule.kind]}</strong>
            <span>{columnsOf(rule)}</span>
            {rule.kind !== 'whistle' && rule.department === undefined && (
              <label className="import-desk__check">
                <input
                  checked={rule.calledDepartments === true}
                  onChange={({ target }) => {
                    const { calledDepartments: _, ...rest } = rule
                    change(rule, target.checked ? { ...rest, calledDepartments: true } : rest)
                  }}
                  type="checkbox"
                />
                {rule.kind === 'dispatch' ? '牵头、配合部门各一条' : '算牵头部门的'}
              </label>
            )}
            {rule.body === undefined && (
              <label>
                机构
                <input
                  maxLength={40}
                  onChange={({ target }) => {
                    const { constantBody: _, ...rest } = rule
                    change(rule, target.value ? { ...rest, constantBody: target.value } : rest)
                  }}
                  placeholder="每行都一样时写，例如 社区"
                  type="text"
                  value={rule.constantBody ?? ''}
                />
              </label>
            )}
          </li>
        ))}
      </ol>
    </fieldset>
  )
}

const keyOf = (rule: TimelineRule) => `${rule.kind} ${columnsOf(rule)}`

const columnsOf = (rule: TimelineRule) =>
  EVENT_PARTS.filter((part) => rule[part] !== undefined)
    .map((part) => `${partLabel(part)}：${rule[part]}`)
    .join('；')
