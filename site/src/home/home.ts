import { metricOf } from '#domain/figures/metrics'
import { closedAt } from '#domain/records/case'
import type { Row } from '#domain/records/snapshot'
import { SCOPES, type Scope, scopeOf } from '#domain/scope'
import type { CaseState } from '#domain/vocabulary'
import type { World } from '#domain/world/world'
import type { Context, PageKind } from '../context.ts'
import { dateWords, shortDateWords } from '../format.ts'
import { type Frame, frameOf } from '../frame/frame.ts'
import { computedMark, type FigureMark } from '../numbers/figureMark.ts'
import { type ReportedPair, reportedPair } from '../numbers/reportedFigures.ts'
import { placeWords } from '../rows/caseLine.ts'
import { EXAMPLES } from '../search/search.ts'
import { dataFile, facetPath, figurePath, HOME, recordPath, searchPath, sectionPath } from '../urls.ts'

type Item = {
  href: string
  title: string
  state: CaseState | null
  place: string
  words: string
  reference: string | null
  sample: boolean
}
/** What the portal counted from its own rows, for one scope. */
type Counted = {
  scope: Scope
  open: number
  resolved: number
  whistles: number
  marks: { open: FigureMark; resolved: FigureMark; whistles: FigureMark }
  asOf: string
  rows: string
  list: string
}

export type HomeView = {
  frame: Frame
  dateline: string[]
  examples: { words: string; href: string }[]
  duties: { words: string; href: string }
  reported: ReportedPair | null
  counted: Counted[]
  /** Where reported and counted are compared. */
  comparison: { href: string; words: string } | null
  definition: string
  open: { items: Item[]; count: number; all: string }
  practices: Item[]
  press: Item[]
  latest: Item[]
  latestSample: boolean
}

const MOST = 4

function counted(context: Context): Counted[] {
  const { world, statistics } = context
  return SCOPES.filter((scope) => statistics.has(scope)).map((scope) => {
    const of = (id: 'open' | 'resolved' | 'whistles') => statistics.figure(metricOf(id), scope)
    const mark = (id: 'open' | 'resolved' | 'whistles') => computedMark(of(id), scope, world)
    return {
      scope,
      open: of('open').numerator,
      resolved: of('resolved').numerator,
      whistles: of('whistles').numerator,
      marks: { open: mark('open'), resolved: mark('resolved'), whistles: mark('whistles') },
      asOf: dateWords(world.asOf(scope)),
      rows: dataFile('cases', 'csv'),
      list: listOf(scope, world),
    }
  })
}

/** The list that shows exactly the cases of a scope, where one facet says it; otherwise the list of all. */
function listOf(scope: Scope, world: World): string {
  const origins = world.keysOf('origin').filter((origin) => scopeOf({ origin }) === scope)
  return origins.length === 1 ? facetPath('origin', origins[0] as string) : sectionPath('cases')
}

function item(c: Row<'cases'>, world: World, words = ''): Item {
  return {
    href: recordPath('cases', c.reference),
    title: c.title,
    state: c.status,
    place: placeWords(c, world),
    words,
    reference: c.reference,
    sample: scopeOf(c) === 'sample',
  }
}

function closedWords(c: Row<'cases'>): string {
  const at = closedAt(c)
  return `${at ? `${shortDateWords(at.slice(0, 10))} ` : ''}由${c.closedBy}结案`
}

export const homeKind: PageKind<HomeView> = {
  pattern: /^index\.html$/,
  paths: () => [HOME],
  view: (_params, context) => {
    const { world } = context
    const pair = reportedPair(world)
    const real = counted(context).find((c) => c.scope === 'real')
    const latest = world.closings.last(MOST).map((r) => world.need('cases', r))
    const press = world.casesBy('origin', 'press').slice(0, MOST)
    const { scope, tagline } = world.snapshot.settings
    const hasSample = world.cases.total('sample') > 0
    const duties = world.all('reported-figures').find((f) => f.metric === 'duties')?.value
    return {
      frame: frameOf(
        HOME,
        {
          title: '首页',
          description: `${scope}${tagline}：什么事归谁管，多少件还没解决，每个数字从哪里来。`,
          demo: hasSample ? '标着“演示”的栏目和数字是虚构的，只为展示软件；其余内容出自所注的来源。' : false,
        },
        world,
      ),
      dateline: [
        `数据截至${pair ? pair.asOf.replace(/（.*）/, '') : dateWords(world.snapshot.asOf)}`,
        '一切数字都可以查到来历',
      ],
      examples: EXAMPLES.map((words) => ({ words, href: searchPath(words) })),
      duties: { words: duties ? `全部${duties}项` : '权责清单', href: sectionPath('duties') },
      reported: pair,
      counted: counted(context),
      comparison: pair
        ? {
            href: `${sectionPath('statistics')}#duizhang`,
            words:
              real && real.whistles > 0
                ? `其余${pair.whistles - real.whistles}件没有公布清单`
                : `这${pair.whistles}件没有公布清单`,
          }
        : null,
      definition: figurePath('resolution-rate'),
      open: {
        items: world.cases.open('real', MOST).map((r) => {
          const c = world.need('cases', r)
          return item(c, world, c.openReason)
        }),
        count: world.cases.openCount('real'),
        all: sectionPath('cases'),
      },
      practices: world
        .all('practices')
        .filter((p) => p.origin !== 'sample')
        .slice(0, MOST)
        .map((p) => ({
          href: recordPath('practices', p.slug),
          title: p.title,
          state: null,
          place: p.place,
          words: '',
          reference: null,
          sample: false,
        })),
      press: press.map((r) => item(world.need('cases', r), world)),
      latest: latest.map((c) => item(c, world, closedWords(c))),
      latestSample: latest.some((c) => scopeOf(c) === 'sample'),
    }
  },
  affectedBy: () => [HOME],
  countedToAsOf: () => [HOME],
}
