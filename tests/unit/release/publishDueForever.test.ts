import { expect, test } from 'vitest'
import { publishDueForever } from '../../../scripts/release/publisher/publishDueForever.ts'

test('what is due is published at every look until the publisher stops; a fault ends nothing and is told once', async () => {
  const told: string[] = []
  const answers = [
    ['一条按时发布了'],
    new Error('数据库不在'),
    new Error('数据库不在'),
    [],
    new Error('又不在'),
  ]
  const looks: number[] = []
  await publishDueForever({
    publishDue: async (now) => {
      looks.push(now)
      const answer = answers[looks.length - 1]
      if (answer instanceof Error) throw answer
      return answer ?? []
    },
    clearBin: async () => [],
    sweepErased: async () => {},
    now: () => 1000 + looks.length,
    sleep: async () => {},
    stopped: () => looks.length === answers.length,
    log: (line) => told.push(line),
  })
  expect(looks).toEqual([1000, 1001, 1002, 1003, 1004])
  expect(told).toEqual([
    '一条按时发布了',
    '没能查看定时发布和回收站：数据库不在',
    '没能查看定时发布和回收站：又不在',
  ])
})

test('the bin is looked into at the start and then once an hour', async () => {
  const HOUR = 3_600_000
  const cleared: number[] = []
  let looks = 0
  await publishDueForever({
    publishDue: async () => [],
    sweepErased: async () => {},
    clearBin: async (now) => {
      cleared.push(now)
      return []
    },
    now: () => looks * (HOUR / 2),
    sleep: async () => {
      looks++
    },
    stopped: () => looks === 5,
    log: () => {},
  })
  expect(cleared).toEqual([0, HOUR, 2 * HOUR])
})
