import { categoryTitle } from '#domain/facets'
import { categoryOf } from '#domain/keys'
import type { Row } from '#domain/snapshot'
import type { World } from '#domain/world'
import type { PageKind } from '../context.ts'
import { categoryPath, dataFile, facetPath, recordPath } from '../urls.ts'
import { caseCategories } from './caseParts.ts'
import { categoriesWithPage, inListOrder } from './dutyItems.ts'
import { type Frame, frameOf } from './frame.ts'
import { type ScopeFigures, scopeFigures } from './scopeFigures.ts'

export type CategoryRow = {
  href: string
  code: string
  title: string
  sample: boolean
  lead: { name: string; href: string }
  arrival: string | null
  handling: string | null
  cases: number
}
export type DutyCategoryView = {
  frame: Frame
  number: number
  title: string
  rows: CategoryRow[]
  figures: ScopeFigures[]
  list: { href: string; count: number } | null
  others: { href: string; title: string; here: boolean }[]
  csv: string
}

function rowOf(d: Row<'duties'>, world: World): CategoryRow {
  const hours = d.arrivalHours
  return {
    href: recordPath('duties', d.code),
    code: d.code,
    title: d.title,
    sample: d.origin === 'sample',
    lead: { name: world.need('departments', d.lead).shortName, href: recordPath('departments', d.lead) },
    arrival: hours ? `${hours.routine}／${hours.tough}／${hours.emergency}小时` : null,
    handling: d.handlingDays ? `${d.handlingDays}个工作日` : null,
    cases: world.casesBy('duty', d.code).length,
  }
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
    const cases = world.casesBy('category', String(number)).length
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
      rows: duties.map((d) => rowOf(d, world)),
      figures,
      list: cases > 0 ? { href: facetPath('category', String(number)), count: cases } : null,
      others: categoriesWithPage(world).map((n) => ({
        href: categoryPath(n),
        title: categoryTitle(n, world),
        here: n === number,
      })),
      csv: dataFile('duties', 'csv'),
    }
  },
  affectedBy: ({ table, key, before, after }, context) => {
    if (table === 'duties') return [categoryPath(categoryOf(key)), ...dutyCategoryKind.paths(context)]
    if (table === 'departments') return dutyCategoryKind.paths(context)
    if (table !== 'cases') return []
    return caseCategories(before, after).map(categoryPath)
  },
  countedToAsOf: (context) => dutyCategoryKind.paths(context),
}
