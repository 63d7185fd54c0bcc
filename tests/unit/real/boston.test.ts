import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { minutesBetween } from '#domain/dates'
import { isLate } from '#domain/figures/calls'

const REAL = process.env.REAL_DATA_DIR

/** The city writes `2011-07-01 00:23:11`; ours are known to the minute. */
const moment = (text: string) => `${text.slice(0, 10)}T${text.slice(11, 16)}+08:00`

test.runIf(REAL)('on-time figures agree with the verdict that a city itself gave 58,251 real cases', () => {
  const csv = execFileSync('unzip', ['-p', join(REAL as string, 'boston-311-2011.zip')], {
    maxBuffer: 200_000_000,
  })
  const rows = parse(csv, { bom: true, columns: true, relax_quotes: true }) as Record<string, string>[]
  const find = (...names: string[]) => names.find((n) => n in (rows[0] as object)) as string
  const [opened, target, closed, verdict] = [
    find('open_dt'),
    find('target_dt', 'sla_target_dt'),
    find('closed_dt'),
    find('on_time', 'ontime'),
  ]
  let judged = 0
  const wrong: unknown[] = []
  for (const row of rows) {
    if (!row[opened] || !row[target] || !row[closed] || !row[verdict]) continue
    const from = moment(row[opened])
    const limit = minutesBetween(from, moment(row[target])) as number
    const took = minutesBetween(from, moment(row[closed])) as number
    // Seconds are cut on both sides: within the same minute the verdict cannot be told.
    if (limit === took) continue
    judged++
    const call = { minutes: took, arrivalIndex: 1, releasedIndex: null, calledAt: from } as Parameters<
      typeof isLate
    >[0]
    if (isLate(call, limit / 60, from) !== (row[verdict] === 'OVERDUE')) wrong.push(row)
  }
  expect(rows.length).toBe(58_251)
  expect(judged).toBeGreaterThan(40_000)
  expect(wrong.slice(0, 3)).toEqual([])
})
