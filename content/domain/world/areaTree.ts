import { AREA_LEVEL_LABELS, type AreaLevel } from '../vocabulary.ts'

/** What the tree needs of an area. */
export type TreeArea = { slug: string; name: string; level: AreaLevel; parent?: string | undefined }

/** How far below the zone a level stands; a town and an office, a community and a village stand beside each other. */
const DEPTH: Record<AreaLevel, number> = {
  zone: 0,
  town: 1,
  office: 1,
  community: 2,
  village: 2,
  compound: 3,
}

/**
 * Why an area cannot stand where it is put, as a sentence, or null: only a zone stands below nothing; it would be below
 * itself, or not below a higher level, or above something that is no lower.
 * @param others every other area, as it is public
 */
export function treeFault(area: TreeArea, others: readonly TreeArea[]): string | null {
  if (area.parent === undefined && area.level !== 'zone')
    return `${AREA_LEVEL_LABELS[area.level]}“${area.name}”没有写上级：只有${AREA_LEVEL_LABELS.zone}没有上级`
  return orderFault(area, others)
}

/** The same of an area that may stand below nothing: places that are public from before may. */
export function orderFault(area: TreeArea, others: readonly TreeArea[]): string | null {
  const fault = upwardFault(area, new Map([...others, area].map((each) => [each.slug, each])))
  if (fault) return fault
  const child = others.find((each) => each.parent === area.slug && DEPTH[each.level] <= DEPTH[area.level])
  return child ? wrong(child, area) : null
}

/** Why an area cannot stand where it is put whoever sees it: it would be below itself. */
export function loopFault(area: TreeArea, tree: ReadonlyMap<string, TreeArea>): string | null {
  const way = [area]
  for (let at = parentOf(area, tree); at; at = parentOf(at, tree)) {
    if (at.slug === area.slug)
      return `它会在自己下面：${[...way, area].map((each) => each.name).join('属于')}。请改上级`
    if (way.includes(at)) break
    way.push(at)
  }
  return null
}

/** What is wrong between an area and those above it. */
function upwardFault(area: TreeArea, tree: ReadonlyMap<string, TreeArea>): string | null {
  const loop = loopFault(area, tree)
  if (loop) return loop
  const parent = parentOf(area, tree)
  return parent && DEPTH[parent.level] >= DEPTH[area.level] ? wrong(area, parent) : null
}

const wrong = (lower: TreeArea, higher: TreeArea) =>
  `${AREA_LEVEL_LABELS[lower.level]}“${lower.name}”不能属于${AREA_LEVEL_LABELS[higher.level]}“${higher.name}”：上级要比它高一层或几层`

/**
 * Loops and levels out of order in a whole tree, as sentences by the slugs of the areas; what is wrong between two is
 * told of the lower one. Empty where the tree is sound.
 */
export function treeFaults(areas: readonly TreeArea[]): ReadonlyMap<string, string> {
  const tree = new Map(areas.map((each) => [each.slug, each]))
  const faults = areas.map((each) => [each.slug, upwardFault(each, tree)] as const)
  return new Map(faults.filter((each): each is [string, string] => each[1] !== null))
}

/** What a merger is judged by: a place has a level, a department has none. */
export type Merged = {
  slug: string
  name: string
  level?: AreaLevel | undefined
  replacedBy?: string | undefined
}

/**
 * Why a record cannot be merged as it is, as a sentence, or null: it would come back to itself, or it stands on another
 * level than what it names or than what was merged into it.
 * @param others every other record of its table, as it is public
 */
export function mergerFault(row: Merged, others: readonly Merged[]): string | null {
  const all = new Map([...others, row].map((each) => [each.slug, each]))
  const way = [row.slug]
  for (let at = row.replacedBy; at !== undefined; at = all.get(at)?.replacedBy) {
    if (at === row.slug)
      return `它会并入自己：${[...way, at].map((slug) => all.get(slug)?.name ?? slug).join('并入')}`
    if (way.includes(at)) break
    way.push(at)
  }
  const into = row.replacedBy === undefined ? undefined : all.get(row.replacedBy)
  if (into && !isSameLevel(row, into)) return mergedAcross(row, into)
  const from = others.find((each) => each.replacedBy === row.slug && !isSameLevel(each, row))
  return from ? mergedAcross(from, row) : null
}

/** Departments have no levels. */
const isSameLevel = (a: Merged, b: Merged) =>
  a.level === undefined || b.level === undefined || DEPTH[a.level] === DEPTH[b.level]

const mergedAcross = (from: Merged, into: Merged) =>
  `${AREA_LEVEL_LABELS[from.level as AreaLevel]}“${from.name}”不能并入${AREA_LEVEL_LABELS[into.level as AreaLevel]}“${into.name}”：要并入同一层的`

function parentOf(area: TreeArea, tree: ReadonlyMap<string, TreeArea>): TreeArea | undefined {
  return area.parent === undefined ? undefined : tree.get(area.parent)
}
