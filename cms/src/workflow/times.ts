import { laterDay, shanghaiDay, shanghaiMinute } from '#domain/dates'
import { readTypedDate } from '#domain/typedDate'
import { refuse } from '../hooks/refuse.ts'

/** How far ahead something is set, in days. */
const FARTHEST = 366

/**
 * Reads when something is to be published, in Shanghai time, into an instant (ISO, UTC). Refuses what has passed: no day of
 * publication is dated back.
 */
export function readPublishAt(typed: string | undefined, now: number): string {
  const moment = readTypedDate(typed ?? '')
  if (!moment?.includes('T')) refuse('定时发布要写日期和时刻（北京时间），例如 2026-12-01 9:00')
  const instant = Date.parse(moment)
  if (instant <= now) refuse(`${shanghaiMinute(instant)} 已经过了：要定在以后，现在就公开请直接发布`)
  if (moment.slice(0, 10) > laterDay(shanghaiDay(now), FARTHEST)) refuse('最多定在一年以内')
  return new Date(instant).toISOString()
}

/** Reads the day by which a record is looked at again. */
export function readReviewBy(typed: string | undefined, now: number): string {
  const day = readTypedDate(typed ?? '')
  if (day?.length !== 10) refuse('复核日要写到哪一天，例如 2027-03-01')
  if (day < shanghaiDay(now)) refuse('复核日要在今天以后')
  return day
}
