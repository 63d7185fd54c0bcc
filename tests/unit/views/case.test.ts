import { describe, expect, test } from 'vitest'
import { canonicalJson, type Row } from '#domain/snapshot'
import { Statistics } from '#domain/statistics'
import { type Change, putRow, World } from '#domain/world'
import { seedRecords } from '../../../content/seed/records.ts'
import { affectedPaths } from '../../../site/src/affected.ts'
import type { Context } from '../../../site/src/context.ts'
import { type CaseView, caseKind } from '../../../site/src/views/case.ts'
import { RandomEdits } from '../../support/randomEdits.ts'
import { caseRow, departmentRow, snapshotOf } from '../../support/rows.ts'

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
  test('says 未公布 for whatever is not known, and never a number in its place', () => {
    const view = viewOf(
      caseRow(1, {
        urgency: undefined,
        lead: undefined,
        departments: ['d-one'],
        arrivalHours: undefined,
        timeline: [{ kind: 'whistle' }, { kind: 'arrival', department: 'd-one' }],
      }),
    )
    expect(factOf(view, '归哪一项')).toBe('未公布')
    expect(factOf(view, '牵头部门')).toBe('未公布')
    expect(factOf(view, '到场时限')).toBe('未公布')
    expect(factOf(view, '历时')).toBe('吹哨的日子未公布')
    expect(view.calls[0]).toMatchObject({
      arrived: null,
      arrivedWords: '未公布',
      took: null,
      doneWords: '未公布',
    })
    expect(view.relay?.orderOnly).toContain('没有公布')
    expect(view.relay?.proof).toEqual(['没有能判断是否按时的', '时间或时限未公布1次'])
  })

  test('counts a closed case to its closing and prints no as-of day', () => {
    const c = caseRow(1)
    const context = contextOf(c)
    expect(factOf(viewOf(c, context), '历时')).toBe('8天，2022年6月1日吹哨，6月9日结案')
    const before = canonicalJson(viewOf(c, context))
    context.world.snapshot.asOf = '2023-06-30'
    expect(canonicalJson(viewOf(c, context))).toBe(before)
  })

  test('counts an open case to the as-of day and says so', () => {
    const c = caseRow(1, { ...open, timeline: caseRow(1).timeline.slice(0, 3) })
    expect(factOf(viewOf(c), '历时')).toBe('已经29天，2022年6月1日吹哨（数到2022年6月30日）')
    expect(caseKind.countedToAsOf(contextOf(c))).toContain('cases/2022/0000/WS-2022-000001.html')
  })

  test('writes the year again where the time passes into another year', () => {
    const c = caseRow(1, {
      timeline: [
        ...caseRow(1).timeline.slice(0, 4),
        { kind: 'closure', at: '2023-01-05T10:00+08:00', body: '甲社区' },
      ],
    })
    const view = viewOf(c)
    expect(view.log.map((line) => line.when)).toEqual([
      '6月1日 09:00',
      '6月1日 10:00',
      '6月1日 14:00',
      '6月8日 16:00',
      '2023年1月5日 10:00',
    ])
  })

  test('merges departments of one moment into one line, but never puts the words of one into the mouth of another', () => {
    const arrive = (department: string, text?: string) =>
      ({ kind: 'arrival', at: at(1, '12:00'), department, ...(text ? { text } : {}) }) as const
    const whistle = { kind: 'whistle', at: at(1, '09:00'), body: '甲社区' } as const
    const lines = (...timeline: Row<'cases'>['timeline']) =>
      viewOf(caseRow(1, { departments: ['d-two'], timeline: [whistle, ...timeline] })).log.slice(1)
    expect(lines(arrive('d-one'), arrive('d-two')).map((l) => l.who)).toEqual(['d-one、乙局'])
    expect(lines(arrive('d-one', '抽水。'), arrive('d-two')).map((l) => l.who + l.text)).toEqual([
      'd-one：抽水。',
      '乙局',
    ])
  })

  test('names how late a department was, in the table, in the log and in the strip', () => {
    const view = viewOf(caseRow(1, {}, 26))
    expect(view.calls[0]).toMatchObject({ took: '26小时', late: true })
    expect(view.log.find((l) => l.kind === '到场')?.late).toBe('迟2小时')
    expect(view.relay?.proof).toEqual(['按时0次 ÷ 能判断的1次'])
  })

  test('leaves the closing to the community: a report or a department does not close', () => {
    const press = viewOf(caseRow(1, { status: 'reported-resolved', origin: 'press', closedBy: undefined }))
    expect(press.closed).toBe('由谁结案未公布')
    expect(press.notClosed).toMatch(/报道说解决，不算结案/)
    const done = viewOf(caseRow(2, { status: 'done', closedBy: undefined }))
    expect(done.closed).toBeNull()
    expect(done.notClosed).toMatch(/部门说办完，不算结案/)
  })

  test('shows the share satisfied beside the share asked, each with its division', () => {
    const asked = viewOf(caseRow(1, { satisfaction: { asked: 42, satisfied: 37, households: 318 } }))
    expect(asked.satisfaction).toMatchObject({
      satisfied: '88.10',
      asked: '13.21',
      proof: ['37 ÷ 42 ＝ 88.10%', '42 ÷ 318 ＝ 13.21%'],
    })
    expect(viewOf(caseRow(1, { satisfaction: { asked: 42, satisfied: 37 } })).satisfaction?.asked).toBeNull()
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

test.each([1, 2, 3])(
  'whatever a change makes a case page print differently is named as affected (seed %i)',
  (seed) => {
    const world = new World(snapshotOf())
    const context = { world, statistics: new Statistics(world) }
    const edits = new RandomEdits(world, seed)
    const take = (change: Change) => {
      world.apply(change)
      context.statistics.update([change])
    }
    const printed = () =>
      new Map(
        caseKind.paths(context).map((path): [string, string] => {
          const params = { ...caseKind.pattern.exec(path)?.groups }
          return [path, canonicalJson(caseKind.view(params, context))]
        }),
      )
    edits.foundation().forEach(take)
    let before = printed()
    for (let i = 0; i < 150; i++) {
      const change = edits.next()
      take(change)
      const after = printed()
      const named = new Set(affectedPaths([caseKind], [change], context, false))
      const missed = [...new Set([...before.keys(), ...after.keys()])].filter(
        (path) => before.get(path) !== after.get(path) && !named.has(path),
      )
      expect(missed, `${change.table} ${change.key}`).toEqual([])
      before = after
    }
    world.snapshot.asOf = '2022-09-30'
    context.statistics.update([])
    const named = new Set(affectedPaths([caseKind], [], context, true))
    const after = printed()
    expect([...after.keys()].filter((p) => before.get(p) !== after.get(p) && !named.has(p))).toEqual([])
  },
)
