import type { Mapping } from '#domain/imports/mapping'

type Props = {
  /** The sheets with the same heads. */
  alike: readonly string[]
  chosen: Mapping['moreSheets']
  onChange: (chosen: Mapping['moreSheets']) => void
}

/** Which sheets are read together with the one that was pointed at, for example a sheet a month. */
export function MoreSheets({ alike, chosen, onChange }: Props) {
  if (alike.length === 0 && chosen === undefined) return null
  const isAll = chosen === 'all'
  const some = isAll ? alike : (chosen ?? [])
  const take = (name: string, isTaken: boolean) => {
    const next = [...new Set([...alike, ...some])].filter((each) =>
      each === name ? isTaken : some.includes(each),
    )
    onChange(next.length > 0 ? next : undefined)
  }
  return (
    <fieldset className="import-desk__line">
      <legend>表头一样的，一起读</legend>
      <label>
        <input
          checked={isAll}
          onChange={(event) => onChange(event.target.checked ? 'all' : undefined)}
          type="checkbox"
        />
        全都读（以后的文件里新添的表也读）
      </label>
      {[...new Set([...alike, ...some])].map((name) => (
        <label key={name}>
          <input
            checked={some.includes(name)}
            disabled={isAll}
            onChange={(event) => take(name, event.target.checked)}
            type="checkbox"
          />
          {name}
        </label>
      ))}
    </fieldset>
  )
}
