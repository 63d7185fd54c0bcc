import type { FieldTarget } from '#domain/imports/fieldTargets'
import type { FieldRule, Mapping } from '#domain/imports/mapping'
import type { ImportTargets } from '../importTargets.ts'

type Props = {
  mapping: Mapping
  onChange: (mapping: Mapping) => void
  table: ImportTargets['tables'][number]
  named: ImportTargets['named']
}

/** Fields that are the same in every row, and how several columns are put together to one. */
export function ConstantsPart({ mapping, onChange, table, named }: Props) {
  const constants = mapping.columns.filter(({ constant }) => constant !== undefined)
  const joined = mapping.columns.filter(({ heads }) => heads.length > 1)
  const free = table.targets.filter(({ field }) => !mapping.columns.some((rule) => rule.field === field))
  const change = (rule: FieldRule, next: FieldRule | null) =>
    onChange({
      ...mapping,
      columns: mapping.columns.flatMap((each) => (each === rule ? (next ? [next] : []) : [each])),
    })
  return (
    <>
      {joined.map((rule) => (
        <label className="import-desk__check" key={rule.field}>
          <input
            checked={rule.labels === true}
            onChange={({ target }) => change(rule, { ...rule, labels: target.checked })}
            type="checkbox"
          />
          {titleOf(rule, table)}由{rule.heads.join('、')}连起来：每段前面写上列名
        </label>
      ))}
      {constants.map((rule) => (
        <div className="import-desk__line" key={rule.field}>
          <Constant
            named={named}
            onChange={(constant) => change(rule, { ...rule, constant })}
            rule={rule}
            target={table.targets.find(({ field }) => field === rule.field)}
          />
          <button onClick={() => change(rule, null)} type="button">
            不用了
          </button>
        </div>
      ))}
      <label>
        每一行都一样的字段
        <select
          onChange={({ target }) =>
            target.value &&
            onChange({
              ...mapping,
              columns: [...mapping.columns, { field: target.value, heads: [], constant: '' }],
            })
          }
          value=""
        >
          <option value="">添一个……</option>
          {free.map(({ field, title }) => (
            <option key={field} value={field}>
              {title}
            </option>
          ))}
        </select>
      </label>
    </>
  )
}

type ConstantProps = {
  rule: FieldRule
  target: FieldTarget | undefined
  named: ImportTargets['named']
  onChange: (constant: string) => void
}

function Constant({ rule, target, named, onChange }: ConstantProps) {
  const names = target?.names
  const isOne = target?.type !== 'list'
  const records = isOne && (names === 'areas' || names === 'departments') ? named[names] : []
  const options = target?.values
    ? Object.entries(target.values)
    : records.map(({ key, name }) => [key, name] as const)
  const label = `${target?.title ?? rule.field}都是`
  if (options.length === 0)
    return (
      <label>
        {label}
        <input onChange={(event) => onChange(event.target.value)} type="text" value={rule.constant ?? ''} />
      </label>
    )
  return (
    <label>
      {label}
      <select onChange={(event) => onChange(event.target.value)} value={rule.constant}>
        <option value="">请选</option>
        {options.map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}

const titleOf = ({ field }: FieldRule, table: Props['table']) =>
  table.targets.find((each) => each.field === field)?.title ?? field
