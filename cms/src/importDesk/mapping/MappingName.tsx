import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import type { Mapping } from '#domain/imports/mapping'
import { wordsOf } from '../../components/askNewsroom.ts'
import { Fault } from '../Told.tsx'
import { saveMapping } from './saveMapping.ts'

type Props = {
  mapping: Mapping
  onChange: (mapping: Mapping) => void
  onSaved: (name: string) => void
}

/** The name under which a mapping is kept; every change of it is its next version. */
export function MappingName({ mapping, onChange, onSaved }: Props) {
  const [told, setTold] = useState<string | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const save = async () => {
    setTold(null)
    setFault(null)
    try {
      const saved = await saveMapping(mapping)
      onChange(saved)
      onSaved(saved.name)
      setTold(`存好了，是第${saved.version}版。下次在第2步选它。`)
    } catch (error) {
      setFault(wordsOf(error))
    }
  }
  return (
    <div>
      <div className="import-desk__line">
        <label>
          对照表的名字
          <input
            maxLength={80}
            onChange={({ target }) => onChange({ ...mapping, name: target.value })}
            placeholder="例如 12345 月报"
            type="text"
            value={mapping.name}
          />
        </label>
        <Button
          buttonStyle="secondary"
          disabled={mapping.name.trim() === ''}
          margin={false}
          onClick={() => void save()}
          size="small"
          type="button"
        >
          保存对照表
        </Button>
      </div>
      <Fault words={fault} />
      <output aria-live="polite">{told}</output>
    </div>
  )
}
