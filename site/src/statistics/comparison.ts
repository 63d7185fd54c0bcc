import { metricOf } from '#domain/figures/metrics'
import type { Row } from '#domain/records/snapshot'
import { scopeOf } from '#domain/scope'
import type { World } from '#domain/world/world'
import type { Context } from '../context.ts'
import { dateWords } from '../format.ts'
import { computedMark, type FigureMark, reportedMark } from '../numbers/figureMark.ts'
import { howCounted, type ProofPiece, tableFile } from '../numbers/proofPiece.ts'
import { type ReportedPair, reportedPair } from '../numbers/reportedFigures.ts'
import { dataFile, figurePath, recordPath, sectionPath } from '../urls.ts'

/** One number in the columns 通报 | 逐件 | 相差. */
export type ComparedRow = {
  label: string
  reported: number
  counted: number
  difference: number
  open: boolean
  marks: { reported: FigureMark; counted: FigureMark; difference: FigureMark }
}
/** 对账: what was published by others beside what can be counted here, with the difference. */
export type ComparisonView = {
  scope: string
  rows: ComparedRow[]
  why: string[]
  /** What the sources wrote, word for word, by source. */
  quotations: { words: string; source: string; href: string }[]
  proof: ProofPiece[]
  /** The duty list: how much of it was announced, how much of it is published here. */
  list: { label: string; reported: number; unit: string; counted: number; mark: FigureMark }[]
  listProof: ProofPiece[]
}

/** Compares the newest reported pair with the rows; null while no pair is published. Sample rows never count. */
export function comparison(context: Context): ComparisonView | null {
  const { world, statistics } = context
  const pair = reportedPair(world)
  if (!pair) return null
  const figure = (id: 'whistles' | 'resolved' | 'open') => statistics.figure(metricOf(id), 'real')
  const row = (id: 'whistles' | 'resolved' | 'open', label: string, reported: number): ComparedRow => {
    const counted = figure(id)
    const gap = reported - counted.numerator
    return {
      label,
      reported,
      counted: counted.numerator,
      difference: gap,
      open: id === 'open' && gap > 0,
      marks: {
        reported: pair.marks[id === 'open' ? 'remainder' : id],
        counted: computedMark(counted, 'real', world),
        difference: reportedMark(`${id}-difference`, gap, counted.metric.unit, world.asOf('real'), 'derived'),
      },
    }
  }
  return {
    scope: pair.scope,
    rows: [
      row('whistles', '吹哨', pair.whistles),
      row('resolved', '解决', pair.resolved),
      row('open', '没解决', pair.remainder),
    ],
    why: whyWords(pair, figure('whistles').numerator),
    quotations: quotations(world),
    proof: [
      { text: pair.division },
      { text: pair.subtraction },
      { text: `通报截至${pair.asOf}` },
      { text: pair.source.words, href: pair.source.href },
      { text: `本站统计截至${dateWords(world.asOf('real'))}` },
      { text: '查看本站的事项，不含演示', href: sectionPath('cases') },
      howCounted(figurePath('resolution-rate')),
      tableFile(dataFile('figures', 'csv')),
    ],
    list: listRows(world),
    listProof: [
      { text: '本站逐条公开：权责清单，不含演示', href: sectionPath('duties') },
      { text: `截至${dateWords(world.asOf('real'))}` },
      { text: '在duties.csv里数origin不是sample的行', recount: true },
      tableFile(dataFile('duties', 'csv')),
    ],
  }
}

function whyWords(pair: ReportedPair, counted: number): string[] {
  const derived = `没解决的${pair.remainder}是用${pair.whistles}减${pair.resolved}算的，原文没有直接写。`
  if (counted >= pair.whistles) return [derived]
  return [
    counted === 0
      ? '通报只写了总数，没有附清单，逐件公开的还没有。'
      : `通报只写了总数，没有附清单；能在本站逐件核对的有${counted}件。`,
    derived,
    '等清单公布，右边一栏应当归零。',
  ]
}

function figuresOf(world: World): Row<'reported-figures'>[] {
  return world.all('reported-figures').filter((f) => scopeOf(f) === 'real')
}

function quotations(world: World): ComparisonView['quotations'] {
  const figures = figuresOf(world)
  return [...new Set(figures.flatMap((f) => (f.quotation ? f.source : [])))].map((slug) => {
    const source = world.need('sources', slug)
    const words = new Set(
      figures.flatMap((f) => (f.source === slug && f.quotation ? `“${f.quotation}”` : [])),
    )
    return {
      words: [...words].join(''),
      source: `《${source.publisher}》`,
      href: recordPath('sources', slug),
    }
  })
}

function listRows(world: World): ComparisonView['list'] {
  const duties = world.all('duties').filter((d) => scopeOf(d) === 'real')
  const categories = world.snapshot.settings.dutyCategories.filter((c) => scopeOf(c) === 'real')
  return figuresOf(world).flatMap((f) => {
    if (f.metric !== 'duties' && f.metric !== 'duty-categories') return []
    return [
      {
        label: f.metric === 'duties' ? '权责事项' : '大类的名称',
        reported: f.value,
        unit: f.unit,
        counted: f.metric === 'duties' ? duties.length : categories.length,
        mark: reportedMark(f.metric, f.value, f.unit, f.asOf, 'reported'),
      },
    ]
  })
}
