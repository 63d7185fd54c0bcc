import type { Row } from '../records/snapshot.ts'
import type { World } from '../world/world.ts'

/** Where the places and departments of a world stood when they were last looked at: what moves cases between parts. */
export class Standings {
  private readonly known = new Map<string, string>()
  private readonly world: World

  constructor(world: World) {
    this.world = world
    for (const table of ['areas', 'departments'] as const)
      for (const slug of world.keys(table)) this.hasMoved(table, slug)
  }

  /** Whether one stands elsewhere than when it was last asked for; a new name alone moves no case. */
  hasMoved(table: 'areas' | 'departments', slug: string): boolean {
    const name = `${table} ${slug}`
    const stands = standingOf(this.world.get(table, slug))
    const isMoved = this.known.get(name) !== stands
    this.known.set(name, stands)
    return isMoved
  }
}

/** Of a place below which other one, and on which level; and of both what stands for it. */
function standingOf(row: Partial<Row<'areas'>> | Row<'departments'> | undefined): string {
  const { parent, level } = (row ?? {}) as Partial<Row<'areas'>>
  return `${parent} ${level} ${row?.replacedBy}`
}
