import { describe, expect, test } from 'vitest'
import type { Row } from '#domain/records/snapshot'
import { putRow, World } from '#domain/world/world'
import { relayStrip } from '../../../site/src/case/relayStrip.ts'
import { relayTimes } from '../../../site/src/case/relayTimes.ts'
import { relayVertical } from '../../../site/src/case/relayVertical.ts'
import type { Stroke } from '../../../site/src/drawing/strokes.ts'
import { caseRow, departmentRow, snapshotOf } from '../../support/records/rows.ts'

type Timeline = Row<'cases'>['timeline']
const at = (day: number, clock = '09:00') => `2022-06-${String(day).padStart(2, '0')}T${clock}+08:00`
const whistle = { kind: 'whistle', at: at(1), body: '甲社区' } as const
const closure = (day: number) => ({ kind: 'closure', at: at(day), body: '甲社区' }) as const
const of = (kind: 'dispatch' | 'arrival' | 'done', when?: string, department = 'd-one') => ({
  kind,
  department,
  ...(when ? { at: when } : {}),
})

function timesOf(timeline: Timeline, more: Partial<Row<'cases'>> = {}) {
  const c = caseRow(1, { timeline, ...more })
  const snapshot = snapshotOf(c)
  putRow(snapshot, 'departments', departmentRow('d-two'))
  return relayTimes(c, new World(snapshot), () => ({ words: '', late: false }))
}

type Drawn = Exclude<Stroke, { kind: 'at' }>
const flat = (strokes: readonly Stroke[]): Drawn[] =>
  strokes.flatMap((s) => (s.kind === 'at' ? flat(s.strokes) : [s]))
const wide = (...args: Parameters<typeof timesOf>) => flat(relayStrip(timesOf(...args)).strokes)
const narrow = (...args: Parameters<typeof timesOf>) => flat(relayVertical(timesOf(...args)).strokes)
const withClass = (strokes: Drawn[], cls: string) => strokes.filter((s) => s.cls.split(' ').includes(cls))
const wordsIn = (strokes: Drawn[]) => strokes.flatMap((s) => (s.kind === 'words' ? [s.words] : []))
const open = { status: 'handling', closedBy: undefined } as const

describe('the relay strip', () => {
  test('draws waiting thin, work thick, and the closing through all lanes, in the order of time', () => {
    const strokes = wide([whistle, of('arrival', at(2)), of('done', at(4)), closure(9)], { arrivalHours: 48 })
    const [wait] = withClass(strokes, 'waiting') as Extract<Stroke, { kind: 'line' }>[]
    const [work] = withClass(strokes, 'work') as Extract<Stroke, { kind: 'bar' }>[]
    const [close] = withClass(strokes, 'closure') as Extract<Stroke, { kind: 'line' }>[]
    expect([wait?.x1, wait?.x2]).toEqual(['19%', '28.95%'])
    expect([work?.x, work?.width]).toEqual(['28.95%', '19.9%'])
    expect(close?.x1).toBe('98.6%')
    expect(withClass(strokes, 'late')).toEqual([])
    expect(withClass(strokes, 'unknown')).toEqual([])
  })

  test('dots the waiting past the limit, and only that', () => {
    const late = wide([whistle, of('arrival', at(3)), of('done', at(4)), closure(9)], { arrivalHours: 24 })
    const [wait, past] = [withClass(late, 'waiting')[0], withClass(late, 'late')[0]]
    expect(past).toMatchObject({ x1: (wait as Extract<Stroke, { kind: 'line' }>).x2 })
    const onTime = wide([whistle, of('arrival', at(3)), of('done', at(4)), closure(9)], { arrivalHours: 48 })
    expect(withClass(onTime, 'late')).toEqual([])
  })

  test('never draws a department as waiting that came at a time nobody published', () => {
    const strokes = wide([
      whistle,
      of('arrival', at(1, '12:00')),
      of('arrival', undefined, 'd-two'),
      closure(9),
    ])
    expect(wordsIn(strokes)).toContain('到场时间本站未录')
    expect(withClass(strokes, 'late')).toEqual([])
  })

  test('says the day where only the day is known', () => {
    const strokes = wide([
      whistle,
      of('arrival', at(1, '12:00')),
      of('arrival', '2022-06-03', 'd-two'),
      closure(9),
    ])
    expect(wordsIn(strokes)).toContain('6月3日到场，几点本站未录')
  })

  test('leaves the end of work open between dashed rails where it was not published', () => {
    const strokes = wide([whistle, of('arrival', at(1, '12:00')), closure(9)])
    expect(wordsIn(strokes)).toContain('办完时间本站未录')
    expect(withClass(strokes, 'work')).toEqual([])
  })

  test('draws work of an open case to its as-of day, but not after the department said that it was done', () => {
    const working = wide([whistle, of('arrival', at(1, '12:00'))], open)
    const [work] = withClass(working, 'work') as Extract<Stroke, { kind: 'bar' }>[]
    expect(Number.parseFloat(work?.x ?? '') + Number.parseFloat(work?.width ?? '')).toBeCloseTo(98.6, 1)
    const done = wide([whistle, of('arrival', at(1, '12:00')), of('done', '2022-06-04')], open)
    expect(withClass(done, 'work')).toEqual([])
    expect(wordsIn(done)).toContain('6月4日办完，几点本站未录')
  })

  test('counts waiting in an open case that nobody has come to', () => {
    const strokes = wide([whistle, of('dispatch', at(1, '10:00'))], open)
    expect(withClass(strokes, 'late')).toHaveLength(1)
    expect(withClass(strokes, 'unknown')).toEqual([])
  })

  test('begins again at a reopening, and tells the last closing from the one before', () => {
    const strokes = wide([
      whistle,
      of('arrival', at(1, '12:00')),
      of('done', at(2)),
      closure(4),
      { kind: 'reopened', at: at(15), body: '甲社区' },
      of('arrival', at(16)),
      of('done', at(20)),
      closure(28),
    ])
    expect(withClass(strokes, 'work')).toHaveLength(2)
    expect(withClass(strokes, 'whistle')).toHaveLength(2)
    expect(withClass(strokes, 'earlier-closure')).toHaveLength(1)
    expect(withClass(strokes, 'closure')).toHaveLength(1)
    expect(wordsIn(strokes)).toEqual(expect.arrayContaining(['吹哨', '结案', '重办', '再次结案']))
  })

  test.each([
    ['wide', wide],
    ['narrow', narrow],
  ])('draws order and no length where no time was published (%s)', (_name, draw) => {
    const told: Timeline = [{ kind: 'whistle' }, of('arrival'), of('arrival', undefined, 'd-two')]
    const strokes = draw(told, { status: 'reported-resolved', origin: 'press', closedBy: undefined })
    for (const cls of ['waiting', 'late', 'work', 'tick', 'closure', 'earlier-closure'])
      expect(withClass(strokes, cls), cls).toEqual([])
    expect(withClass(strokes, 'whistle')).toHaveLength(1)
    expect(withClass(strokes, 'unknown').length).toBeGreaterThan(4)
  })

  test('places everything within its width and height, in both directions', () => {
    const long: Timeline = [
      whistle,
      of('arrival', at(1, '12:00')),
      of('arrival', at(20), 'd-two'),
      of('done', at(28)),
      closure(30),
    ]
    for (const drawing of [relayStrip(timesOf(long)), relayVertical(timesOf(long))])
      for (const s of flat(drawing.strokes)) {
        const xs = s.kind === 'line' ? [s.x1, s.x2] : [s.x]
        for (const x of xs.filter((v) => v.endsWith('%'))) {
          expect(Number.parseFloat(x)).toBeGreaterThanOrEqual(0)
          expect(Number.parseFloat(x)).toBeLessThanOrEqual(100)
        }
        const ys = s.kind === 'line' ? [s.y1, s.y2] : [s.y]
        for (const y of ys)
          expect(Number.parseFloat(y)).toBeLessThanOrEqual(Number.parseFloat(drawing.height))
      }
  })

  test('keeps labels of near marks apart: none of them covers another', () => {
    for (const day of [2, 3, 5, 8, 12, 27, 29]) {
      const strokes = wide([
        whistle,
        of('arrival', at(1, '12:00')),
        closure(day),
        { kind: 'reopened', at: at(day, '12:00'), body: '甲社区' },
        closure(30),
      ])
      const times = strokes.filter((s) => s.kind === 'words' && s.y === '2.57em') as Extract<
        Stroke,
        { kind: 'words' }
      >[]
      const spans = times
        .map(({ cls, x }) => {
          const width = 9.9
          const place = Number.parseFloat(x)
          const from = cls.endsWith('end')
            ? place - width
            : cls.endsWith('centre')
              ? place - width / 2
              : place
          return [from, from + width] as const
        })
        .sort((a, b) => a[0] - b[0])
      spans.slice(1).forEach((span, i) => {
        expect(span[0], `closed on day ${day}`).toBeGreaterThanOrEqual((spans[i]?.[1] as number) - 1)
      })
      expect(times.length).toBeGreaterThanOrEqual(2)
    }
  })
})
