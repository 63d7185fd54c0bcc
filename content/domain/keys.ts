import { z } from 'zod'
import { day } from './dates.ts'
import { coded, field } from './field.ts'
import { proseText } from './text.ts'
import { ORIGIN_LABELS, ORIGINS } from './vocabulary.ts'

/** `WS-2022-001234`, `PRESS-2022-000001`, `DEMO-2022-000145`: letters, year, six digits. It is an address, so plain ASCII. */
export const caseReference = z
  .string()
  .regex(/^[A-Z]{2,8}-\d{4}-\d{6}$/, '编号要写成 WS-2022-001234：字母、年份、六位数字')

/** `index` is the list of its folder; the others cannot be file names where a reader unpacks the site on Windows. */
const RESERVED = /^(index|con|prn|aux|nul|com\d|lpt\d)$/

/** Lower-case letters, digits and hyphens, for example `aixihu`. It names a file. */
export const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, '网址代号只能用小写字母、数字和连字符，例如 aixihu')
  .max(80, '网址代号最多80个字符')
  .refine(
    (name) => !RESERVED.test(name),
    '这个网址代号留给系统用（index，或 Windows 不许用的文件名），请换一个',
  )

/** `3-47` or `DEMO-3-47`: category, serial in the whole list. */
export const dutyCode = z.string().regex(/^(DEMO-)?[1-7]-\d{1,3}$/, '权责编号要写成 3-47：大类、清单里的序号')

/** `TX-2022-0007` or `DEMO-TX-2022-0007`: kind, year, serial. */
export const noticeNumber = z
  .string()
  .regex(/^(DEMO-)?(TX|JB|DB)-\d{4}-\d{4}$/, '文书编号要写成 TX-2022-0007（提醒函 TX、交办单 JB、督办单 DB）')

/** A review meeting is known by its day; an invented one by `demo-` and its day. */
export const meetingSlug = z
  .string()
  .regex(/^(demo-)?\d{4}-\d{2}-\d{2}$/, '交账会的网址代号就是日期，例如 2022-11-30')

/** Duty category of a code: `DEMO-3-47` → 3. */
export function categoryOf(code: string): number {
  const m = /^(?:DEMO-)?([1-7])-/.exec(code)
  if (!m) throw new Error(`不是权责编号：${code}`)
  return Number(m[1])
}

/** Year and running number of a case reference: `WS-2022-001234` → 2022, 1234. */
export function referenceParts(reference: string): { year: string; number: number } {
  const m = /-(\d{4})-(\d{6})$/.exec(reference)
  if (!m) throw new Error(`不是事项编号：${reference}`)
  return { year: m[1] as string, number: Number(m[2]) }
}

/** Block of 100 of a case number: 1234 → `0012`. Addresses and lists are formed from it. */
export function blockOf(reference: string): string {
  return String(Math.floor(referenceParts(reference).number / 100)).padStart(4, '0')
}

/** Fields that every published record carries. */
export const published = {
  origin: field(
    coded(ORIGINS, ORIGIN_LABELS),
    '来历',
    '登记（record）、报道（press）或演示数据（sample）；演示数据不是真实情况。',
  ),
  publishedOn: field(day, '首次公开', '第一次发布的日子，发布后不再改变，例如 2022-12-31。'),
  publishedTime: field(
    z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时刻写成 09:05')
      .optional(),
    '首次公开的时刻',
    '第一次发布的时和分（北京时间），例如 09:05；没有记下的为空。',
  ),
  changedOn: field(day, '最近更新', '最近一次发布或更正的日子，例如 2022-12-31。'),
  changeNote: field(proseText.optional(), '变更说明', '最近一次更正改了什么、为什么；首次发布时没有。'),
}

/** Whether an identifier carries the mark of invented data. */
export function isMarkedSample(key: string): boolean {
  return key.startsWith('DEMO-') || key.startsWith('demo-')
}

/** Refines a record so that origin and mark agree: a copied row stays marked. */
export function markAgrees<K extends string>(key: K) {
  return (record: { origin: string } & Record<K, string>): boolean =>
    (record.origin === 'sample') === isMarkedSample(record[key])
}
export const MARK_MESSAGE = '演示数据的编号以 DEMO- 开头、网址代号以 demo- 开头；别的记录不能这样开头'
