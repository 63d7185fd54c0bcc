import { isMarkedSample } from '#domain/keys'
import { type Empty, NOT_APPLICABLE, NOT_HELD } from '#domain/records/emptyWords'
import { SCOPES, type Scope } from '#domain/scope'
import { AREA_LEVEL_LABELS, type AreaLevel } from '#domain/vocabulary'
import { NO_CASES } from '#domain/world/caseList'
import type { World } from '#domain/world/world'
import type { PageKind } from '../context.ts'
import { type Frame, frameOf } from '../frame/frame.ts'
import { countBy, countOfRows, isNone, scopedWords } from '../lists/scopedCount.ts'
import { type ScopeFigures, scopeFigures } from '../numbers/scopeFigures.ts'
import { type CaseLine, caseLines } from '../rows/caseLine.ts'
import { caseAreas, casesLinedOtherwise } from '../rows/caseParts.ts'
import { formerNamesOf } from '../rows/formerNames.ts'
import { type Merger, mergerOf } from '../rows/merger.ts'
import { type PracticeLine, practiceLine } from '../rows/practiceLine.ts'
import { dataFile, facetPath, jsonPath, recordPath, sectionPath } from '../urls.ts'
import { childrenByName } from './areaTree.ts'

/** Levels that the statistical code of divisions reaches. */
const CODED: readonly AreaLevel[] = ['town', 'office', 'community', 'village']
/** So many cases stand in each list of the page; the case list of this place holds the rest. */
const MOST = 20

export type AreaView = {
  frame: Frame
  sample: boolean
  level: string
  above: { href: string; name: string }[]
  households: string | null
  officialCode: string | Empty
  formerNames: string[]
  merger: Merger
  figures: ScopeFigures[]
  below: {
    href: string
    name: string
    level: string
    cases: string
    open: string
    isOpen: boolean
    sample: boolean
  }[]
  /** How many places are below, in words. */
  belowCount: string
  open: CaseLine[]
  /** How many are open, and how many of those are shown, in words. */
  openCount: string
  shownWords: string | null
  /** The rest, the newest numbers first. */
  settled: CaseLine[]
  settledCount: string
  practices: PracticeLine[]
  cases: { words: string; href: string } | null
  json: string
  csv: string
}

const pathOf = (slug: string) => recordPath('areas', slug)

function rowBelow(slug: string, world: World): AreaView['below'][number] {
  const a = world.need('areas', slug)
  const list = world.list('area', slug)
  const sample = a.origin === 'sample'
  const open = countBy((scope) => list.openCount(scope))
  return {
    href: pathOf(slug),
    name: a.name,
    level: AREA_LEVEL_LABELS[a.level],
    cases: scopedWords(
      countBy((scope) => list.total(scope)),
      '件',
      sample,
    ),
    open: scopedWords(open, '件', sample),
    isOpen: !isNone(open),
    sample,
  }
}

export const areaKind: PageKind<AreaView> = {
  pattern: /^areas\/(?<slug>(?!index\.)[a-z0-9-]+)\.html$/,
  paths: ({ world }) => world.all('areas').map((a) => pathOf(a.slug)),
  view: ({ slug }, context) => {
    const { world } = context
    const a = world.get('areas', slug as string)
    if (!a) return null
    const merger = mergerOf('areas', a.slug, world)
    // What was merged has no cases of its own: they are those of its successor.
    const list = merger.into ? NO_CASES : world.list('area', a.slug)
    const open = SCOPES.flatMap((scope) => list.open(scope, MOST)).slice(0, MOST)
    const sample = a.origin === 'sample'
    const words = (of: (scope: Scope) => number) => scopedWords(countBy(of), '件', sample)
    const shown = countOfRows(open.map((reference) => ({ sample: isMarkedSample(reference) })))
    const isCut = SCOPES.some((scope) => shown[scope] < list.openCount(scope))
    const below = merger.into ? [] : childrenByName(a.slug, world).map((key) => rowBelow(key, world))
    const above = a.parent ? world.areaPath(a.parent) : []
    return {
      frame: frameOf(
        pathOf(a.slug),
        {
          title: a.name,
          description: `${a.name}吹过的哨：还没解决的在前，已经解决的在后。`,
          record: a,
          demo: list.total('sample') > 0,
        },
        world,
      ),
      sample,
      level: AREA_LEVEL_LABELS[a.level],
      above: [
        { href: sectionPath('areas'), name: '地方' },
        ...above.toReversed().map((key) => ({ href: pathOf(key), name: world.need('areas', key).name })),
      ],
      households: a.households ? `${a.households}户` : null,
      officialCode: a.officialCode ?? (CODED.includes(a.level) ? NOT_HELD : NOT_APPLICABLE),
      formerNames: formerNamesOf(a),
      merger,
      figures: merger.into ? [] : scopeFigures(['open', 'resolved', 'whistles'], `area:${a.slug}`, context),
      below,
      belowCount: scopedWords(countOfRows(below), '处', sample),
      open: caseLines(open, context),
      openCount: words((scope) => list.openCount(scope)),
      shownWords: isCut ? scopedWords(shown, '件', sample) : null,
      settled: caseLines(list.lastSettled(MOST, ...SCOPES), context),
      settledCount: words((scope) => list.total(scope) - list.openCount(scope)),
      practices: world
        .all('practices')
        .filter((p) => p.area !== undefined && world.succession.areas.standing(p.area) === a.slug)
        .map(practiceLine),
      cases:
        list.size > 0
          ? { words: words((scope) => list.total(scope)), href: facetPath('area', a.slug) }
          : null,
      json: jsonPath('areas', a.slug),
      csv: dataFile('areas', 'csv'),
    }
  },
  affectedBy: (change, context) => {
    const { table, key, before, after } = change
    const { world } = context
    if (table === 'cases') return caseAreas(world, before, after).map(pathOf)
    // A renamed or moved place stands in the paths of everything below and the lists of everything above.
    if (table === 'areas') return [pathOf(key), ...areaKind.paths(context)]
    if (table === 'departments') {
      const lined = casesLinedOtherwise(change, world)
      return [...new Set(lined.flatMap((r) => world.areaPath(world.need('cases', r).area)))].map(pathOf)
    }
    if (table === 'practices')
      return [before, after].flatMap((row) =>
        row && 'steps' in row && row.area ? [pathOf(world.succession.areas.standing(row.area))] : [],
      )
    return []
  },
  countedToAsOf: ({ world, statistics }) => {
    const moved = statistics.movedScopes()
    const tells = (key: string) => moved.some((scope) => world.list('area', key).total(scope) > 0)
    return world.keysOf('area').filter(tells).map(pathOf)
  },
}
