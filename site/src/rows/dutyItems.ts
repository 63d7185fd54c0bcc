import type { Row } from '#domain/records/snapshot'
import { DUTY_CATEGORY_NUMBERS } from '#domain/vocabulary'
import type { World } from '#domain/world/world'
import { recordPath } from '../urls.ts'

/** One item of the duty list as a line: code, title, and a word at the right. */
export type DutyItem = { href: string; code: string; title: string; aside: string; sample: boolean }

/** Serial of a duty in the whole list: `DEMO-3-47` → 47. */
function serialOf(code: string): number {
  return Number(code.slice(code.lastIndexOf('-') + 1))
}

/** Duties in the order of the list: by serial, the published list before the demonstration. */
export function inListOrder(a: Row<'duties'>, b: Row<'duties'>): number {
  return Number(a.origin === 'sample') - Number(b.origin === 'sample') || serialOf(a.code) - serialOf(b.code)
}

/** Lines of duties, with the words that `aside` gives for each. */
export function dutyItems(
  duties: readonly Row<'duties'>[],
  aside: (duty: Row<'duties'>) => string,
): DutyItem[] {
  return [...duties].sort(inListOrder).map((d) => ({
    href: recordPath('duties', d.code),
    code: d.code,
    title: d.title,
    aside: aside(d),
    sample: d.origin === 'sample',
  }))
}

/** Duties of every category that holds at least one, in the order of the categories. */
export function dutiesByCategory(world: World): { number: number; duties: Row<'duties'>[] }[] {
  const all = world.all('duties')
  return DUTY_CATEGORY_NUMBERS.map((number) => ({
    number,
    duties: all.filter((d) => d.category === number),
  })).filter((c) => c.duties.length > 0)
}

/** Numbers of the categories that have a page: those with a published name or with items. */
export function categoriesWithPage(world: World): number[] {
  const named = new Set(world.snapshot.settings.dutyCategories.map((c) => c.number))
  const filled = new Set(dutiesByCategory(world).map((c) => c.number))
  return DUTY_CATEGORY_NUMBERS.filter((n) => named.has(n) || filled.has(n))
}
