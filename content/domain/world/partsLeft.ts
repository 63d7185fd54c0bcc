import type { Change, World } from './world.ts'

type Sided = { parent?: string | undefined; replacedBy?: string | undefined }
const sidesOf = ({ before, after }: Change) => [before, after].map((row) => (row ?? {}) as Sided)

/** Whether a change merges a place or department, or takes that back. */
export function isMerged(change: Change): boolean {
  const [was, is] = sidesOf(change)
  return was?.replacedBy !== is?.replacedBy
}

/** A part of the records that a place or a department makes. */
type LeftPart = `area:${string}` | `department:${string}`

/**
 * Parts that records may have left with a change of a place or a department: those above a place as it stood, and with a
 * merger those of both of its sides.
 */
export function partsLeft(change: Change, world: World): LeftPart[] {
  const { table, key } = change
  if (table !== 'areas' && table !== 'departments') return []
  const [was] = sidesOf(change)
  const sides = isMerged(change)
    ? [key, ...sidesOf(change).flatMap(({ replacedBy }) => replacedBy ?? [])]
    : []
  if (table === 'departments')
    return [...new Set(sides.flatMap((slug) => [slug, world.department(slug)]))].map(
      (slug): LeftPart => `department:${slug}`,
    )
  const above = was?.parent === undefined ? [] : world.areaPath(was.parent)
  return [...new Set([...sides, ...sides.flatMap((slug) => world.areaPath(slug)), ...above])].map(
    (slug): LeftPart => `area:${slug}`,
  )
}
