import { type FieldWords, fieldsOf } from '../field.ts'
import { satisfaction } from '../records/case.ts'
import { arrivalHours } from '../records/duty.ts'
import { TABLES } from '../records/snapshot.ts'
import { URGENCY_LABELS, type Urgency } from '../vocabulary.ts'
import { MappingUnfit } from './fitMapping.ts'
import { type ImportTable, PRIVATE_TARGETS } from './importTables.ts'

/** What a column may fill. */
export type FieldTarget = {
  field: string
  title: string
  type: FieldWords['type']
  /** The Chinese words of a closed list. */
  values?: Readonly<Record<string, string>> | undefined
  names?: FieldWords['names'] | undefined
  isPrivate: boolean
}

/** Fields that the product fills itself, or that no cell can hold. */
const NOT_FROM_CELLS = [
  'origin',
  'publishedOn',
  'publishedTime',
  'changedOn',
  'changeNote',
  'photos',
  'timeline',
  'satisfaction',
  'placeRaised',
]
/** The number of a duty within its category: with it, its code is made. */
export const SERIAL = 'serial'

/** All fields of a table that columns may fill, in the order of its schema. */
export function fieldTargets(table: ImportTable): FieldTarget[] {
  const own = fieldsOf(TABLES[table].schema)
    // The arrival limits of a duty are three, one for each urgency.
    .filter(({ name }) => !NOT_FROM_CELLS.includes(name) && !(table === 'duties' && name === 'arrivalHours'))
    .map(({ name, title, type, values, names }) => ({
      field: name,
      title,
      type,
      values,
      names,
      isPrivate: false,
    }))
  const hidden = Object.entries(PRIVATE_TARGETS[table]).map(([field, title]) => ({
    field,
    title,
    type: 'text' as const,
    isPrivate: true,
  }))
  return [...own, ...partsOf(table), ...hidden]
}

function partsOf(table: ImportTable): FieldTarget[] {
  if (table === 'cases')
    return fieldsOf(satisfaction).map(({ name, title, type }) => ({
      field: `satisfaction.${name}`,
      title: `回访${title}`,
      type,
      isPrivate: false,
    }))
  if (table !== 'duties') return []
  return [
    { field: SERIAL, title: '清单里的序号', type: 'integer', isPrivate: false },
    ...Object.keys(arrivalHours.shape).map((name) => ({
      field: `arrivalHours.${name}`,
      title: `到场时限：${URGENCY_LABELS[name as Urgency]}`,
      type: 'integer' as const,
      isPrivate: false,
    })),
  ]
}

/** The target of a name. @throws {MappingUnfit} when the table has no such field */
export function fieldTarget(table: ImportTable, field: string): FieldTarget {
  const target = fieldTargets(table).find((each) => each.field === field)
  if (!target) throw new MappingUnfit(`对照表里的字段 ${field} 不是${TABLES[table].label}的字段`)
  return target
}
