import { AROUND_NOTICE } from '#domain/figures/aroundNotice'
import { figureOf } from '#domain/figures/figure'
import { metricOf } from '#domain/figures/metrics'
import { datasetOf } from '#domain/published/datasets'
import { SCOPE_LABELS, SCOPES, type Scope } from '#domain/scope'
import { byName } from '../byName.ts'
import type { Context, PageKind } from '../context.ts'
import { dateWords } from '../format.ts'
import { DEMO_PAGE, type Frame, frameOf } from '../frame/frame.ts'
import { casesHref } from '../numbers/casesHref.ts'
import { type FigureMark, markedNumber } from '../numbers/figureMark.ts'
import { howCounted, type ProofPiece } from '../numbers/proofPiece.ts'
import { dataFile, figurePath } from '../urls.ts'
import { mayCountOtherwise } from './countedTables.ts'

/** One side of the day: the integers always, the share where both sides have enough. */
export type Side = { rows: string; value: string; mark: FigureMark }
export type AroundRow = { label: string; href: string | null; day: string; before: Side; after: Side }
export type AroundScope = {
  label: string
  sample: boolean
  rows: AroundRow[]
  total: AroundRow
  proof: ProofPiece[]
}
export type AroundNoticeView = {
  frame: Frame
  title: string
  definition: string
  facts: { label: string; text: string; href?: string }[]
  scopes: AroundScope[]
  /** Sentence before the sample scope; null where the frame carries it. */
  demo: string | null
  rowsWords: string
  files: { href: string; label: string }[]
}

const PATH = figurePath(AROUND_NOTICE.id)
const ON_TIME = metricOf(AROUND_NOTICE.of)
const COUNTER = metricOf(AROUND_NOTICE.counter)
type Count = { numerator: number; denominator: number }

function rowOf(
  label: string,
  key: string | null,
  of: { day: string; before: Count; after: Count },
  scope: Scope,
  { world }: Context,
): AroundRow {
  const isSaid = Math.min(of.before.denominator, of.after.denominator) >= AROUND_NOTICE.minimum
  const side = (name: 'before' | 'after'): Side => {
    const { numerator, denominator } = of[name]
    const figure = figureOf(ON_TIME, { numerator, denominator, values: [] })
    const { text, mark } = markedNumber(figure, scope, world, 'all', { isSaid })
    const part = key ? `department:${key}/notice:${name}` : `notice:${name}`
    return {
      rows: `${numerator} ÷ ${denominator}`,
      value: text,
      mark: { ...mark, 'data-figure': AROUND_NOTICE.id, 'data-scope': `${scope}/${part}` },
    }
  }
  return {
    label,
    href: key ? casesHref('department', key, world) : null,
    day: of.day ? dateWords(of.day) : '',
    before: side('before'),
    after: side('after'),
  }
}

function scopeRows(scope: Scope, context: Context): AroundScope | null {
  const { world, statistics } = context
  const told = world
    .all('departments')
    .map((d) => ({ key: d.slug, name: d.name }))
    .sort(byName)
    .flatMap(({ key, name }) => {
      const of = statistics.aroundNotice(scope, key)
      return of ? [{ key, name, of }] : []
    })
  if (told.length === 0) return null
  const rows = told.map(({ key, name, of }) => rowOf(name, key, of, scope, context))
  if (rows.every((r) => r.before.value === '—')) return null
  const sum = (side: 'before' | 'after', what: keyof Count) =>
    told.reduce((all, { of }) => all + of[side][what], 0)
  const both = (side: 'before' | 'after') => ({
    numerator: sum(side, 'numerator'),
    denominator: sum(side, 'denominator'),
  })
  return {
    label: SCOPE_LABELS[scope],
    sample: scope === 'sample',
    rows,
    total: rowOf('合计', null, { day: '', before: both('before'), after: both('after') }, scope, context),
    proof: [
      { text: `任一边不到${AROUND_NOTICE.minimum}次的，两边都只写个数` },
      { text: '按名称拼音排，不是名次' },
      { text: '合计把各部门的个数相加' },
      { text: `截至${dateWords(world.asOf(scope))}` },
      howCounted(figurePath(ON_TIME.id), ON_TIME.label),
    ],
  }
}

/** 督办前后: the calls of each department before and after the day of its first notice, side by side. */
export const aroundNoticeKind: PageKind<AroundNoticeView> = {
  pattern: new RegExp(`^figures/${AROUND_NOTICE.id}\\.html$`),
  paths: () => [PATH],
  view: (_params, context) => {
    const scopes = SCOPES.flatMap((scope) => scopeRows(scope, context) ?? [])
    const sample = scopes.some((s) => s.sample)
    const only = sample && scopes.length === 1
    const { label: title, definition } = AROUND_NOTICE
    return {
      frame: frameOf(
        PATH,
        {
          title,
          description: `“${title}”怎样统计：${definition}`,
          keywords: [title, '口径'],
          demo: only ? DEMO_PAGE : false,
        },
        context.world,
      ),
      title,
      definition,
      facts: [
        { label: '分子', text: ON_TIME.numeratorWords },
        { label: '分母', text: ON_TIME.denominatorWords },
        { label: '单位', text: '百分比，由整数相除一次，留两位小数' },
        { label: '按什么时间计', text: '按派单的日子归。' },
        { label: '多少才算', text: `任一边不到${AROUND_NOTICE.minimum}次，两边都只写个数` },
        { label: '对照指标', text: COUNTER.label, href: figurePath(COUNTER.id) },
        { label: '英文名', text: AROUND_NOTICE.labelEn },
      ],
      scopes,
      demo: sample && !only ? '从这里到“由哪些记录统计出来”之前，由演示数据算出，不是真实情况。' : null,
      rowsWords: AROUND_NOTICE.rowsWords,
      files: (['events', 'notices'] as const).map((id) => ({
        href: dataFile(datasetOf(id).id, 'csv'),
        label: `${id}.csv`,
      })),
    }
  },
  affectedBy: (change, context) => (mayCountOtherwise(change, context) ? [PATH] : []),
  countedToAsOf: () => [PATH],
}
