import { categoryTitle } from '#domain/world/facets'
import type { World } from '#domain/world/world'
import type { PageKind } from '../context.ts'
import { countWords, dateWords } from '../format.ts'
import { type Frame, frameOf } from '../frame/frame.ts'
import { type FigureMark, reportedMark } from '../numbers/figureMark.ts'
import { type DutyItem, dutiesByCategory, dutyItems } from '../rows/dutyItems.ts'
import { categoryPath, dataFile, recordPath, sectionPath } from '../urls.ts'

/** A number that a source gives for the list as a whole, with its source. */
export type ListFigure = {
  label: string
  text: string
  unit: string
  mark: FigureMark
  asOfWords: string
  source: { href: string; name: string }
  quotation: string | null
}
export type DutyCategory = { id: string; number: number; title: string; href: string; items: DutyItem[] }
export type DutiesView = {
  frame: Frame
  reported: ListFigure[]
  categories: DutyCategory[]
  /** Items of the published list and of the demonstration, counted from the lists below. */
  published: number
  sample: number
  /** `22 + 20 = 42`, per scope that has items. */
  sums: { label: string; sample: boolean; words: string }[]
  csv: string
}

const path = () => sectionPath('duties')

function reportedFigures(world: World): ListFigure[] {
  return world
    .all('reported-figures')
    .filter((f) => f.metric === 'duty-categories' || f.metric === 'duties')
    .sort((a, b) => (a.metric === b.metric ? 0 : a.metric === 'duties' ? 1 : -1))
    .map((f) => ({
      label: f.metric === 'duties' ? '权责事项' : '分为',
      text: countWords(f.value),
      unit: f.unit,
      mark: reportedMark(f.metric, f.value, f.unit, f.asOf, 'reported'),
      asOfWords: dateWords(f.asOf),
      source: { href: recordPath('sources', f.source), name: world.need('sources', f.source).publisher },
      quotation: f.quotation ?? null,
    }))
}

function sumWords(counts: readonly number[]): string {
  const parts = counts.filter((n) => n > 0)
  const total = parts.reduce((a, b) => a + b, 0)
  return parts.length > 1 ? `${parts.join('＋')} ＝ ${total}项` : `${total}项`
}

export const dutiesKind: PageKind<DutiesView> = {
  pattern: /^duties\/index\.html$/,
  paths: () => [path()],
  view: (_params, { world }) => {
    const groups = dutiesByCategory(world)
    const counts = (sample: boolean) =>
      groups.map((g) => g.duties.filter((d) => (d.origin === 'sample') === sample).length)
    const total = (sample: boolean) => counts(sample).reduce((a, b) => a + b, 0)
    return {
      frame: frameOf(
        path(),
        {
          title: '权责清单',
          description: '什么事，谁必须来：按大类列出每一项的牵头部门、责任部门和时限。',
          demo: total(true) > 0 && '类名、事项名、牵头部门和时限是虚构的，不是真实情况；编号以 DEMO- 开头。',
        },
        world,
      ),
      reported: reportedFigures(world),
      categories: groups.map(({ number, duties }) => ({
        id: `lei-${number}`,
        number,
        title: categoryTitle(number, world),
        href: categoryPath(number),
        items: dutyItems(duties, (d) => world.need('departments', world.department(d.lead)).shortName),
      })),
      published: total(false),
      sample: total(true),
      sums: [false, true].flatMap((sample) =>
        total(sample) > 0
          ? [{ label: sample ? '演示数据' : '已公布', sample, words: sumWords(counts(sample)) }]
          : [],
      ),
      csv: dataFile('duties', 'csv'),
    }
  },
  affectedBy: ({ table }) =>
    table === 'duties' || table === 'departments' || table === 'reported-figures' || table === 'sources'
      ? [path()]
      : [],
  countedToAsOf: () => [],
}
