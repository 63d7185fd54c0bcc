import { expect, test } from 'vitest'
import { watchForever } from '../../../scripts/release/publisher/watchForever.ts'

const HOUR = 3_600_000

test('what is due is done at every look until the publisher stops; a fault ends nothing and is told once', async () => {
  const told: string[] = []
  const answers = [
    ['一条按时发布了'],
    new Error('数据库不在'),
    new Error('数据库不在'),
    [],
    new Error('数据库不在'),
    ['第 3 次导入没能收拾'],
    ['第 3 次导入没能收拾', '另一条按时发布了'],
  ]
  const looks: number[] = []
  const look = async (now: number) => {
    looks.push(now)
    const answer = answers[looks.length - 1]
    if (answer instanceof Error) throw answer
    return answer ?? []
  }
  await watchForever([{ what: '定时发布', every: 0, look }], {
    now: () => 1000 + looks.length,
    sleep: async () => {},
    stopped: () => looks.length === answers.length,
    log: (line) => told.push(line),
  })
  expect(looks).toEqual([1000, 1001, 1002, 1003, 1004, 1005, 1006])
  expect(told).toEqual([
    '一条按时发布了',
    '没能定时发布：数据库不在',
    '没能定时发布：数据库不在',
    '第 3 次导入没能收拾',
    '另一条按时发布了',
  ])
})

test('whichever of several things fails, all the others are done at every look of theirs', async () => {
  const NAMES = ['收拾导入', '定时发布', '清回收站']
  for (const failing of NAMES) {
    const done: string[] = []
    const told: string[] = []
    let looks = 0
    await watchForever(
      NAMES.map((what) => ({
        what,
        every: 0,
        look: async () => {
          if (what === failing) throw new Error('坏了')
          done.push(what)
          return []
        },
      })),
      {
        now: () => looks,
        sleep: async () => void looks++,
        stopped: () => looks === 2,
        log: (line) => told.push(line),
      },
    )
    const others = NAMES.filter((what) => what !== failing)
    expect([done, told]).toEqual([[...others, ...others], [`没能${failing}：坏了`]])
  }
})

test('what is looked at once an hour is looked at from the start, and again at once where that failed', async () => {
  const at: number[] = []
  let looks = 0
  await watchForever(
    [
      {
        what: '清回收站',
        every: HOUR,
        look: async (now) => {
          at.push(now)
          if (now === HOUR) throw new Error('数据库不在')
          return []
        },
      },
    ],
    {
      now: () => looks * (HOUR / 2),
      sleep: async () => void looks++,
      stopped: () => looks === 7,
      log: () => {},
    },
  )
  expect(at).toEqual([0, HOUR, HOUR * 1.5, HOUR * 2.5])
})
