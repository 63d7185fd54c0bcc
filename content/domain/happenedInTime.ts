import type { z } from 'zod'
import { isBefore } from './dates.ts'

/** When something of a record happened, with the path of its field; undefined where the time is not known. */
export type Happened = { path: (string | number)[]; at: string | undefined }

/**
 * Refines a record so that nothing in it happened after the day on which it was last entered. What lies ahead by its
 * nature (a limit, a new date) is not told here. A date known to the month or year is refused where all of it lies
 * ahead. How early a date may be is decided where dates are read.
 */
export function happenedInTime<R extends { changedOn: string }>(told: (record: R) => Happened[]) {
  return (record: R, ctx: z.core.$RefinementCtx): void => {
    for (const { path, at } of told(record)) {
      const say = (message: string) => ctx.addIssue({ code: 'custom', path, message })
      if (at && isBefore(record.changedOn, at)) say(`${at} 晚于填写的日子 ${record.changedOn}：发生了再写`)
    }
  }
}
