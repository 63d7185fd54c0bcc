import { z } from 'zod'
import { day } from '../dates.ts'
import { field } from '../field.ts'
import { slug } from '../keys.ts'
import { naming } from '../naming.ts'
import { nameText } from '../text.ts'

/** A name that an office or a place had, and the last day of it. */
export const earlierName = z.object({
  name: field(nameText, '从前的名称', '改名以前公开的名称，例如 环卫所。'),
  until: field(day, '到哪天', '改名的那一天，例如 2022-11-30。'),
})
export type EarlierName = z.infer<typeof earlierName>

/** Whom records of one table can be merged into. */
export type MergedTable = 'areas' | 'departments'
export const MERGED_TABLES = ['areas', 'departments'] as const satisfies readonly MergedTable[]

/**
 * What an office or a place says of its past and its end: names that it had, and what it was merged into. Nothing that
 * names it is rewritten; lists, duties and figures read the record that stands in its place.
 */
export function succession(table: MergedTable) {
  return {
    earlierNames: field(
      z.array(earlierName).optional(),
      '改名',
      '从前公开的名称和改名的日子，一次一行；改名时系统自己记下，勘误不记。',
    ),
    replacedBy: field(
      naming(slug, table).optional(),
      '并入',
      '已经并入的那一个；统计和清单都数在那里。没有并入就没有。',
    ),
    replacedOn: field(day.optional(), '并入的日子', '从这一天起并入，例如 2022-11-30；没有并入就没有。'),
  }
}

/** The names that an office or a place had before it was renamed. */
export function earlierNamesOf({ earlierNames }: { earlierNames?: EarlierName[] | undefined }): string[] {
  return (earlierNames ?? []).map(({ name }) => name)
}

/** A name that an office or a place had, as text: 环卫所（到2022-11-30）. */
export function earlierNameText({ name, until }: EarlierName): string {
  return `${name}（到${until}）`
}

type Merged = { slug: string; replacedBy?: string | undefined; replacedOn?: string | undefined }

/** Refuses a merger that is only half told, or into itself. */
export function mergedSoundly({ slug: own, replacedBy, replacedOn }: Merged, ctx: z.RefinementCtx): void {
  const say = (name: keyof Merged, message: string) => ctx.addIssue({ code: 'custom', path: [name], message })
  if (replacedBy === own) say('replacedBy', '不能并入自己')
  if (replacedBy !== undefined && replacedOn === undefined) say('replacedOn', '并入了哪里，就要写从哪天起')
  if (replacedBy === undefined && replacedOn !== undefined)
    say('replacedBy', '写了并入的日子，就要写并入哪里')
}
