import { categoryOf } from '#domain/keys'
import type { Row } from '#domain/records/snapshot'
import { categoryTitle } from '#domain/world/facets'
import type { World } from '#domain/world/world'
import { isCalledOtherwise } from '../calledOtherwise.ts'
import type { PageKind } from '../context.ts'
import { type Frame, frameOf } from '../frame/frame.ts'
import { countBy, countOfRows, isNone, scopedWords } from '../lists/scopedCount.ts'
import { type ScopeFigures, scopeFigures } from '../numbers/scopeFigures.ts'
import { caseCategories } from '../rows/caseParts.ts'
import { categoriesWithPage, inListOrder } from '../rows/dutyItems.ts'
import { categoryPath, dataFile, facetPath, recordPath } from '../urls.ts'

export type CategoryRow = {
  href: string
  code: string
  title: string
  sample: boolean
  lead: { name: string; href: string }
  arrival: string | null
  handling: string | null
  cases: string
}
export type DutyCategoryView = {
  frame: Frame
  number: number
  title: string
  rows: CategoryRow[]
  /** How many items there are, in words; null while there are none. */
  size: string | null
  figures: ScopeFigures[]
  list: { href: string; words: string } | null
  others: { href: string; title: string; here: boolean }[]
  csv: string
}

function rowOf(d: Row<'duties'>, world: World): CategoryRow {
  const hours = d.arrivalHours
  const lead = world.department(d.lead)
  return {
    href: recordPath('duties', d.code),
    code: d.code,
    title: d.title,
    sample: d.origin === 'sample',
    lead: { name: world.need('departments', lead).shortName, href: recordPath('departments', lead) },
    arrival: hours ? `${hours.routine}／${hours.tough}／${hours.emergency}小时` : null,
    handling: d.handlingDays ? `${d.handlingDays}个工作日` : null,
    cases: scopedWords(
      countBy((scope) => world.list('duty', d.code).total(scope)),
      '件',
      d.origin === 'sample',
    ),
  }
}

/** Categories with a duty that a department leads. */
function categoriesLedBy(department: string, world: World): number[] {
  const led = world.all('duties').filter((d) => world.department(d.lead) === world.department(department))
  return [...new Set(led.map((d) => d.category))]
}

export const dutyCategoryKind: PageKind<DutyCategoryView> = {
  pattern: /^duties\/category-(?<number>[1-7])\.html$/,
  paths: ({ world }) => categoriesWithPage(world).map(categoryPath),
  view: ({ number: text }, context) => {
    const { world } = context
    const number = Number(text)
    if (!categoriesWithPage(world).includes(number)) return null
    const title = categoryTitle(number, world)
    const duties = world
      .all('duties')
      .filter((d) => d.category === number)
      .sort(inListOrder)
    const figures = scopeFigures(['open', 'resolved', 'whistles'], `category:${number}`, context)
    const cases = countBy((scope) => world.list('category', String(number)).total(scope))
    const rows = duties.map((d) => rowOf(d, world))
    const isMarked = rows.every((row) => row.sample)
    return {
      frame: frameOf(
        categoryPath(number),
        {
          title,
          description: `权责清单第${number}类“${title}”：每一项的牵头部门、时限，和已经吹过的哨。`,
          demo: duties.some((d) => d.origin === 'sample') || figures.some((f) => f.sample),
        },
        world,
      ),
      number,
      title,
      rows,
      size: rows.length > 0 ? scopedWords(countOfRows(rows), '项', isMarked) : null,
      figures,
      list: isNone(cases)
        ? null
        : { href: facetPath('category', String(number)), words: scopedWords(cases, '件') },
      others: categoriesWithPage(world).map((n) => ({
        href: categoryPath(n),
        title: categoryTitle(n, world),
        here: n === number,
      })),
      csv: dataFile('duties', 'csv'),
    }
  },
  affectedBy: (change, context) => {
    const { table, key, before, after } = change
    if (table === 'duties') return [categoryPath(categoryOf(key)), ...dutyCategoryKind.paths(context)]
    if (isCalledOtherwise(change, 'shortName')) return categoriesLedBy(key, context.world).map(categoryPath)
    if (table !== 'cases') return []
    return caseCategories(before, after).map(categoryPath)
  },
  countedToAsOf: (context) => dutyCategoryKind.paths(context),
}
