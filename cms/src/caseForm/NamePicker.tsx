'use client'
import { useId, useState } from 'react'
import { idOf } from './useNames.ts'

type Id = number | string
type Props = {
  label: string
  names: ReadonlyMap<string, string>
  /** Names that there are, chosen from here or not. */
  known?: ReadonlyMap<string, string>
  onPick: (id: Id) => void
}

/** Most names that are offered at once. */
const OFFERED = 8

const CLOSED = '有这个名称，这里不能选：已经选了，并入了别的，或者是演示数据'

/** Chooses a record by typing a part of its name: Enter takes the first that fits. */
export function NamePicker({ label, names, known, onPick }: Props) {
  const [typed, setTyped] = useState('')
  const id = useId()
  const part = typed.trim()
  const fitting = part === '' ? [] : [...names].filter(([, name]) => name.includes(part))
  fitting.sort(([, a], [, b]) => a.indexOf(part) - b.indexOf(part) || a.length - b.length)
  const isKnown = [...(known ?? [])].some(([, name]) => name.includes(part))
  const pick = (picked: string) => {
    setTyped('')
    onPick(idOf(picked))
  }
  return (
    <div className="name-picker">
      <input
        aria-controls={id}
        aria-label={label}
        autoComplete="off"
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          if (fitting[0]) pick(fitting[0][0])
        }}
        disabled={names.size === 0}
        placeholder={names.size === 0 ? '正在读取名单……' : `${label}：写名称里的几个字，按回车`}
        type="text"
        value={typed}
      />
      <ul id={id}>
        {fitting.slice(0, OFFERED).map(([key, name]) => (
          <li key={key}>
            <button onClick={() => pick(key)} type="button">
              {name}
            </button>
          </li>
        ))}
        {part !== '' && fitting.length === 0 && <li>{isKnown ? CLOSED : '没有这个名称'}</li>}
      </ul>
    </div>
  )
}
