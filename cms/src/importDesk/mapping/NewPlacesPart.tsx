import type { Mapping } from '#domain/imports/mapping'
import { AREA_LEVEL_LABELS, AREA_LEVELS, DEPARTMENT_KIND_LABELS, DEPARTMENT_KINDS } from '#domain/vocabulary'
import { Choice } from '../Choice.tsx'
import type { ImportTargets } from '../importTargets.ts'
import { withTold } from './withTold.ts'

type Props = {
  mapping: Mapping
  onChange: (mapping: Mapping) => void
  named: ImportTargets['named']
}

/** What becomes of names that nobody has. */
export function NewPlacesPart({ mapping, onChange, named }: Props) {
  const { newAreas, newDepartments } = mapping
  return (
    <div className="import-desk__line">
      <Choice
        label="没有的地方"
        labels={AREA_LEVEL_LABELS}
        onChange={(level) => onChange(withTold(mapping, 'newAreas', level && { ...newAreas, level }))}
        open="逐个问"
        options={AREA_LEVELS}
        value={newAreas?.level}
      />
      {newAreas && (
        <label>
          新建在哪个上级下面
          <select
            onChange={({ target }) =>
              onChange(
                withTold(mapping, 'newAreas', {
                  level: newAreas.level,
                  ...(target.value ? { parent: target.value } : {}),
                }),
              )
            }
            value={newAreas.parent ?? ''}
          >
            <option value="">没有上级</option>
            {named.areas.map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <Choice
        label="没有的部门"
        labels={DEPARTMENT_KIND_LABELS}
        onChange={(kind) => onChange(withTold(mapping, 'newDepartments', kind && { kind }))}
        open="逐个问"
        options={DEPARTMENT_KINDS}
        value={newDepartments?.kind}
      />
    </div>
  )
}
