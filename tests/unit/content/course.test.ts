import { describe, expect, test } from 'vitest'
import { factsOf } from '#domain/figures/facts'
import type { Case } from '#domain/records/case'
import type { Event } from '#domain/records/timeline'
import { mayFollow } from '#domain/records/workflow'
import type { CaseState } from '#domain/vocabulary'
import { SAMPLE_LAST_DAY } from '#domain/world/world'
import { generateSample } from '../../../content/sample/generate.ts'

const { tables } = generateSample()
const { cases, notices } = tables
const meetings = tables['review-meetings']

/** The timeline cut at its reopenings. */
function roundsOf(c: Case): Event[][] {
  const rounds: Event[][] = []
  for (const e of c.timeline) {
    if (e.kind === 'whistle' || e.kind === 'reopened') rounds.push([])
    rounds.at(-1)?.push(e)
  }
  return rounds
}

/** The states that a timeline walks through, as a reader would follow it. */
function statesOf(c: Case): CaseState[] {
  const states: CaseState[] = ['waiting']
  const leadDone = (e: Event) => e.kind === 'done' && e.department === c.lead
  for (const e of c.timeline) {
    if (e.kind === 'arrival') states.push(states.at(-1) === 'done' ? 'done' : 'handling')
    if (leadDone(e)) states.push('done')
    if (e.kind === 'closure') states.push('closed')
    if (e.kind === 'reopened') states.push('reopened')
  }
  return [...states, c.status]
}

const faultsOf = (find: (c: Case) => boolean) => cases.filter(find).map((c) => c.reference)

describe('the course of a demonstration case', () => {
  test('walks through states only as the workflow allows', () => {
    const faults = cases.flatMap((c) =>
      statesOf(c).flatMap((to, i, all) => {
        const from = all[i - 1]
        return from && !mayFollow(from, to) ? [`${c.reference}: ${from} → ${to}`] : []
      }),
    )
    expect(faults).toEqual([])
  })

  test('has each department called before it comes, and come before it is done', () => {
    const faults = faultsOf((c) =>
      roundsOf(c).some((round) =>
        round.some((e, i) => {
          const earlier = (kind: Event['kind']) =>
            round.slice(0, i).some((x) => x.kind === kind && x.department === e.department)
          return (e.kind === 'arrival' && !earlier('dispatch')) || (e.kind === 'done' && !earlier('arrival'))
        }),
      ),
    )
    expect(faults).toEqual([])
  })

  test('ends a round with the closure, after which only a call-back comes', () => {
    const faults = faultsOf((c) =>
      roundsOf(c).some((round) => {
        const closed = round.findIndex((e) => e.kind === 'closure')
        return closed >= 0 && round.slice(closed + 1).some((e) => e.kind !== 'call-back')
      }),
    )
    expect(faults).toEqual([])
  })

  test('names who takes part once, and from one to seven take part', () => {
    const sizes = cases.map((c) => new Set([c.lead, ...c.departments]).size)
    expect(faultsOf((c) => new Set([c.lead, ...c.departments]).size !== 1 + c.departments.length)).toEqual([])
    expect(new Set(sizes)).toEqual(new Set([1, 2, 3, 4, 5, 6, 7]))
  })

  test('says where in its title, and says nothing twice', () => {
    const names = new Map(tables.areas.map((a) => [a.slug, a.name]))
    expect(faultsOf((c) => !c.title.includes(c.place ?? (names.get(c.area) as string)))).toEqual([])
    const repeats = faultsOf((c) => {
      const texts = c.timeline.flatMap((e) => e.text?.replace(/\d+/g, '#') ?? [])
      return new Set(texts).size < texts.length
    })
    expect(repeats).toEqual([])
    expect(faultsOf((c) => c.timeline.some((e) => e.kind === 'progress' && !e.text))).toEqual([])
  })
})

describe('the demonstration year', () => {
  test('has departments that mostly come in time, and some that do not', () => {
    const calls = cases.flatMap((c) => factsOf(c, `${SAMPLE_LAST_DAY}T23:59+08:00`).calls)
    const late = calls.filter((call) => call.late).length / calls.length
    expect(late).toBeGreaterThan(0.08)
    expect(late).toBeLessThan(0.2)
    const shareOf = (slug: string) => {
      const own = calls.filter((call) => call.department === slug)
      return own.filter((call) => call.late).length / own.length
    }
    expect(shareOf('caizheng')).toBeGreaterThan(shareOf('jiaojing'))
  })

  test('has a month too small for a rate, seasons, and few areas with many whistles', () => {
    const byMonth = Object.groupBy(cases, (c) => c.timeline[0]?.at?.slice(0, 7) as string)
    expect(byMonth['2022-01']?.length).toBeLessThan(30)
    expect(byMonth['2022-06']?.length).toBeGreaterThan((byMonth['2022-10']?.length ?? 0) * 1.3)
    const byArea = Object.values(Object.groupBy(cases, (c) => c.area)).map((l) => l?.length ?? 0)
    expect(Math.max(...byArea)).toBeGreaterThan(80)
    expect(byArea.filter((n) => n < 30).length).toBeGreaterThan(20)
  })

  test('sends an assignment only after a reminder, and a supervision only after both', () => {
    const ladder = ['reminder', 'assignment', 'supervision']
    const faults = notices.filter((n) => {
      const earlier = notices.filter(
        (o) => o.case === n.case && o.recipient === n.recipient && o.issuedOn <= n.issuedOn,
      )
      return ladder.slice(0, ladder.indexOf(n.kind)).some((kind) => !earlier.some((o) => o.kind === kind))
    })
    expect(faults.map((n) => n.number)).toEqual([])
    const kinds = Object.groupBy(notices, (n) => n.kind)
    expect(kinds.reminder?.length).toBeGreaterThan(kinds.assignment?.length ?? 0)
    expect(kinds.assignment?.length).toBeGreaterThan(kinds.supervision?.length ?? 0)
  })

  test('shows each notice in the timeline of its case', () => {
    const shown = new Set(
      cases.flatMap((c) => c.timeline.map((e) => (e.notice ? `${c.reference} ${e.notice}` : ''))),
    )
    expect(notices.filter((n) => !shown.has(`${n.case} ${n.number}`))).toEqual([])
  })

  test('takes up in a weekly meeting only what had happened by then', () => {
    const raised = new Map(cases.map((c) => [c.reference, c.timeline[0]?.at?.slice(0, 10) as string]))
    const faults = meetings.filter((m) => m.cases.some((r) => (raised.get(r) as string) > m.date))
    expect(faults).toEqual([])
    expect(meetings.length).toBeGreaterThan(44)
  })
})
