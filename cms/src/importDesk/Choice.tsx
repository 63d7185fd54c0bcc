type Props<Value extends string> = {
  label: string
  options: readonly Value[]
  labels: Readonly<Record<Value, string>>
  value: Value | undefined
  onChange: (value: Value | undefined) => void
  /** What it says while nothing is chosen. */
  open?: string
}

/** A closed list of which nothing may be chosen. */
export function Choice<Value extends string>({
  label,
  options,
  labels,
  value,
  onChange,
  open = '没有说',
}: Props<Value>) {
  return (
    <label>
      {label}
      <select
        onChange={({ target }) => onChange(options.find((each) => each === target.value))}
        value={value ?? ''}
      >
        <option value="">{open}</option>
        {options.map((each) => (
          <option key={each} value={each}>
            {labels[each]}
          </option>
        ))}
      </select>
    </label>
  )
}
