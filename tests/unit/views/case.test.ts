import { describe, expect, test } from 'vitest'
import { Statistics } from '#domain/figures/statistics'
import { canonicalJson, type Row } from '#domain/records/snapshot'
import { putRow, World } from '#domain/world/world'
import { seedRecords } from '../../../content/seed/records.ts'
import { type CaseView, caseKind } from '../../../site/src/case/case.ts'
import type { Context } from '../../../site/src/context.ts'
import { dataKind } from '../../../site/src/records/data.ts'
import { caseRow, departmentRow, snapshotOf } from '../../support/records/rows.ts'

function contextOf(...cases: Row<'cases'>[]): Context {
  const snapshot = snapshotOf(...cases)
  putRow(snapshot, 'departments', departmentRow('d-two', { name: '乙局' }))
  const world = new World(snapshot)
  return { world, statistics: new Statistics(world) }
}

function viewOf(c: Row<'cases'>, context = contextOf(c)): CaseView {
  const view = caseKind.view({ reference: c.reference }, context)
  if (!view) throw new Error(`没有 ${c.reference} 的页面`)
  return view
}

const factOf = (view: CaseView, label: string) =>
  view.facts
    .find((f) => f.label === label)
    ?.parts.map((p) => p.text)
    .join('')
const at = (day: number, clock: string) => `2022-06-${String(day).padStart(2, '0')}T${clock}+08:00`
const open = { status: 'handling', closedBy: undefined } as const

describe('the page of a case', () => {
  const untimed = (more: Partial<Row<'cases'>> = {}) =>
    caseRow(1, {
      urgency: undefined,
      lead: undefined,
      departments: ['d-one'],
      arrivalHours: undefined,
      timeline: [{ kind: 'whistle' }, { kind: 'arrival', department: 'd-one' }],
      ...more,
    })

  test('lists what is not known once, with who could tell, and prints no fact, strip or table of it', () => {
    const view = viewOf(untimed())
    expect(view.facts.map((f) => f.label)).toEqual(['地方', '到场部门'])
    expect([view.relay, view.calls, view.timed]).toEqual([null, [], false])
    expect(view.unknown.map((u) => [u.what, u.words, u.who])).toEqual([
      ['哪天吹的', '本站未录', 'a-one'],
      ['对应权责清单的哪一项', '本站未录', '指挥部'],
      ['哪家牵头', '本站未录', '指挥部'],
      ['到场时限，办理时限', '本站未录', '指挥部'],
      ['到场时间', '本站未录', '到场的部门'],
      ['办完时间', '本站未录', '到场的部门'],
      ['结果怎样', '本站未录', 'a-one'],
      ['哪天结案', '本站未录', 'a-one'],
    ])
  })

  test('names of several departments those alone whose time is not known', () => {
    const arrivals = ['d-one', 'd-two'].map((department) => ({ kind: 'arrival' as const, department }))
    const more = { departments: ['d-one', 'd-two'] }
    const done = { kind: 'done' as const, at: '2022-06-12', department: 'd-one' }
    const whatOf = (timeline: Row<'cases'>['timeline']) =>
      viewOf(untimed({ ...more, timeline })).unknown.map((u) => u.what)
    expect(whatOf([{ kind: 'whistle' }, ...arrivals])).toContain('2家各自的办完时间')
    const said = whatOf([{ kind: 'whistle' }, ...arrivals, done])
    expect(said).toContain('d-two的办完时间')
    expect(said).toContain('2家各自的到场时间')
  })

  test('lists nothing as not known that has not happened yet', () => {
    const what = viewOf(untimed({ ...open, origin: 'press', sources: [] })).unknown.map((u) => u.what)
    expect(what).toContain('还没解决的原因')
    expect(what.join()).not.toMatch(/办完时间|结案|结果/)
  })

  test('leaves a table away of which more than half is not known, and tells all events instead', () => {
    const [whistle, ...rest] = caseRow(1).timeline
    const coarse = viewOf(
      caseRow(1, {
        timeline: [
          whistle as Row<'cases'>['timeline'][number],
          ...rest.map(({ at: _at, ...event }) => event),
        ],
      }),
    )
    expect(coarse.calls).toEqual([])
    expect(coarse.log.map((line) => line.kind)).toContain('到场')
    const known = viewOf(caseRow(1))
    expect(known.calls).toHaveLength(1)
    expect(known.log.map((line) => line.kind)).toEqual(['吹哨', '派单', '结案'])
  })

  test('tells the problem first and then what became of it, and the text of the whistle once', () => {
    const view = viewOf(caseRow(1, { outcome: '水退了。' }))
    expect(view.problem).toEqual([{ kind: 'paragraph', text: '第1件事的情况。' }])
    expect(view.outcome).toBe('水退了。')
    expect(canonicalJson(view.log)).not.toContain('第1件事的情况')
  })

  test('says of an open case what happens next, by when, and whom to ask; of a resolved one nothing', () => {
    const [whistle, dispatch, arrival] = caseRow(1).timeline as [never, never, never]
    const waiting = viewOf(caseRow(1, { ...open, status: 'waiting', timeline: [whistle, dispatch] })).next
    expect(waiting).toMatchObject({
      next: '等d-one到场；办完以后由a-one验收，a-one认了才结案。',
      due: '2022年6月2日 09:00以前到场，已经过了',
      ask: [{ text: 'd-one' }, { text: 'a-one' }],
    })
    const handling = viewOf(
      caseRow(1, { ...open, handlingDays: 5, timeline: [whistle, dispatch, arrival] }),
    ).next
    expect(handling).toMatchObject({
      next: '等d-one办完；办完以后由a-one验收，a-one认了才结案。',
      due: '2022年6月9日以前办完，已经过了21天',
    })
    expect(viewOf(caseRow(1)).next).toBeNull()
  })

  test('counts a closed case to its closing and prints no as-of day', () => {
    const c = caseRow(1)
    const context = contextOf(c)
    expect(factOf(viewOf(c, context), '历时')).toBe('8天，2022年6月1日吹哨，6月9日结案')
    const before = canonicalJson(viewOf(c, context))
    context.world.snapshot.asOf = '2023-06-30'
    expect(canonicalJson(viewOf(c, context))).toBe(before)
  })

  test('says of a place that is told further up that no smaller one is named', () => {
    expect(factOf(viewOf(caseRow(1)), '地方')).not.toContain('更小的地方不写')
    const raised = viewOf(caseRow(1, { place: undefined, placeRaised: true }))
    expect(factOf(raised, '地方')).toMatch(/更小的地方不写$/)
    const context = contextOf(caseRow(1, { place: undefined, placeRaised: true }), caseRow(2))
    const places = () => dataKind.view({}, context)?.places
    expect(places()).toEqual({ households: 30, raised: 1, column: 'placeRaised' })
    const before = context.world.need('cases', 'WS-2022-000001')
    context.world.apply({ table: 'cases', key: before.reference, before, after: caseRow(1) })
    expect(places()?.raised).toBe(0)
  })

  test('counts an open case to the as-of day and says so', () => {
    const c = caseRow(1, { ...open, timeline: caseRow(1).timeline.slice(0, 3) })
    const context = contextOf(c)
    expect(factOf(viewOf(c, context), '历时')).toBe('已经29天，2022年6月1日吹哨（截至2022年6月30日）')
    expect(caseKind.countedToAsOf(context, []), 'while the day stands still').toEqual([])
    context.world.snapshot.asOf = '2022-07-01'
    context.statistics.update([])
    expect(factOf(viewOf(c, context), '历时')).toBe('已经30天，2022年6月1日吹哨（截至2022年7月1日）')
    expect(caseKind.countedToAsOf(context, [])).toContain('cases/2022/0000/WS-2022-000001.html')
  })

  test('writes the year again where the time passes into another year', () => {
    const c = caseRow(1, {
      timeline: [
        ...caseRow(1).timeline.slice(0, 4),
        { kind: 'closure', at: '2023-01-05T10:00+08:00', body: '甲社区' },
      ],
    })
    const view = viewOf(c)
    expect(view.log.map((line) => line.when)).toEqual(['6月1日 09:00', '6月1日 10:00', '2023年1月5日 10:00'])
  })

  test('merges departments of one moment into one line, but never puts the words of one into the mouth of another', () => {
    const plan = (department: string, text?: string) =>
      ({ kind: 'plan', at: at(1, '12:00'), department, ...(text ? { text } : {}) }) as const
    const whistle = { kind: 'whistle', at: at(1, '09:00'), body: '甲社区' } as const
    const lines = (...timeline: Row<'cases'>['timeline']) =>
      viewOf(caseRow(1, { departments: ['d-two'], timeline: [whistle, ...timeline] })).log.slice(1)
    expect(lines(plan('d-one'), plan('d-two')).map((l) => l.who)).toEqual(['d-one、乙局'])
    expect(lines(plan('d-one', '抽水。'), plan('d-two')).map((l) => l.who + l.text)).toEqual([
      'd-one：抽水。',
      '乙局',
    ])
  })

  test('names how late a department was, in the table and in the strip', () => {
    const view = viewOf(caseRow(1, {}, 26))
    expect(view.calls[0]).toMatchObject({ took: '26小时', late: true })
    expect(view.relay?.proof).toEqual(['按时0次 ÷ 可判断的1次'])
  })

  test('leaves the closing to the community: a report or a department does not close', () => {
    const press = viewOf(caseRow(1, { status: 'reported-resolved', origin: 'press', closedBy: undefined }))
    expect(press.closed).toBeNull()
    expect(press.closing?.words).toMatch(/报道说解决，不算结案/)
    const done = viewOf(caseRow(2, { status: 'done', closedBy: undefined }))
    expect(done.closed).toBeNull()
    expect(done.closing).toBeNull()
    expect(done.next?.next).toBe('部门说办完了，等a-one验收；a-one认了才结案。')
  })

  test('shows the share satisfied beside the share asked, each with its division', () => {
    const asked = viewOf(caseRow(1, { satisfaction: { asked: 42, satisfied: 37, households: 318 } }))
    expect(asked.satisfaction).toMatchObject({
      satisfied: '88',
      asked: '13.21',
      proof: ['37 ÷ 42 ＝ 88.10%', '42 ÷ 318 ＝ 13.21%'],
    })
    expect(viewOf(caseRow(1, { satisfaction: { asked: 42, satisfied: 37 } })).satisfaction?.asked).toEqual({
      reason: 'not-held',
      words: '本站未录',
    })
  })

  test('shows up to four similar cases of its main duty, the nearest smaller references', () => {
    const cases = [1, 2, 3, 4, 5, 6, 7].map((n) => caseRow(n, { duties: ['1-1'] }))
    const context = contextOf(...cases)
    putRow(context.world.snapshot, 'duties', {
      code: '1-1',
      title: '积水',
      category: 1,
      lead: 'd-one',
      departments: [],
      everydayWords: [],
      legalBasis: [],
      origin: 'record',
      publishedOn: '2022-06-01',
      changedOn: '2022-06-01',
    } as unknown as Row<'duties'>)
    const similarTo = (n: number) =>
      viewOf(cases[n - 1] as Row<'cases'>, context).similar.map((l) => l.reference.slice(-1))
    expect(similarTo(7)).toEqual(['6', '5', '4', '3'])
    expect(similarTo(2)).toEqual(['1'])
  })

  test('prints every case of the founding article without a time that the article does not give', () => {
    const snapshot = snapshotOf()
    for (const [table, rows] of Object.entries(seedRecords))
      for (const row of rows) putRow(snapshot, table as 'cases', row as Row<'cases'>)
    const world = new World(snapshot)
    const context = { world, statistics: new Statistics(world) }
    for (const c of seedRecords.cases) {
      const view = viewOf(c, context)
      expect(view.log.every((line) => line.when === null)).toBe(true)
      expect(canonicalJson(view.relay)).not.toMatch(/\d月\d|小时/)
    }
  })
})
