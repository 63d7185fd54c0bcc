import type { Row } from '../records/snapshot.ts'
import type { World } from './world.ts'

type DutyRow = Pick<Row<'duties'>, 'lead' | 'responsible'>

/** Who answers for a duty now: the departments that stand for those of the list, each once. */
export function answering(
  { lead, responsible }: DutyRow,
  { succession }: Pick<World, 'succession'>,
): { lead: string; responsible: readonly string[] } {
  const leads = succession.departments.standing(lead)
  const others = succession.departments.allStanding(responsible)
  return { lead: leads, responsible: others.filter((slug) => slug !== leads) }
}

/** Whether a department answers for a duty, by its own name or by that of what was merged into it. */
export function answersFor(duty: DutyRow, department: string, world: Pick<World, 'succession'>): boolean {
  const { lead, responsible } = answering(duty, world)
  const standing = world.succession.departments.standing(department)
  return lead === standing || responsible.includes(standing)
}
