import type { AnyRow, Row, TableName } from '#domain/records/snapshot'
import { type Change, changeOf, type World } from '#domain/world/world'
import { areaRow, caseRow, departmentRow } from './rows.ts'

/** A small seeded generator (mulberry32), so that a failing run can be repeated from its seed. */
export function seeded(seed: number): () => number {
  let a = seed
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const DEPARTMENTS = ['d-one', 'd-two', 'd-three']
const AREAS = ['a-one', 'a-two', 'a-town']
const DUTIES = ['1-1', '3-47']
/** What may be merged into what: never back into itself. */
const MERGERS = {
  departments: { 'd-three': 'd-two', 'd-two': 'd-one' },
  areas: { 'a-two': 'a-one' },
} as const
const days = { origin: 'record', publishedOn: '2022-06-01', changedOn: '2022-11-30' } as const

/** Random but valid edits of every kind of record: what they name is always there. */
export class RandomEdits {
  private readonly world: World
  private readonly random: () => number
  private serial = 0

  constructor(world: World, seed: number) {
    this.world = world
    this.random = seeded(seed)
  }

  /** Records that the edits name; to be applied first. */
  foundation(): Change[] {
    return [
      ...DEPARTMENTS.map((slug) => this.put('departments', slug, departmentRow(slug))),
      this.put('areas', 'a-town', areaRow('a-town', { level: 'town' })),
      this.put('areas', 'a-one', areaRow('a-one', { parent: 'a-town' })),
      this.put('areas', 'a-two', areaRow('a-two')),
      ...DUTIES.map((code) => this.put('duties', code, this.duty(code))),
      this.put('sources', 's-one', this.source()),
    ]
  }

  next(): Change {
    const n = this.serial++
    const roll = this.random()
    if (roll < 0.6) return this.aCase()
    if (roll < 0.63) return this.aMerger()
    if (roll < 0.66) {
      const slug = this.pick(DEPARTMENTS)
      return this.put('departments', slug, departmentRow(slug, this.names(slug, n)))
    }
    if (roll < 0.72) {
      const moved = this.random() < 0.5 ? { parent: 'a-town' } : {}
      const slug = this.pick(['a-one', 'a-two'])
      return this.put('areas', slug, areaRow(slug, { name: `地方${n}`, ...moved }))
    }
    if (roll < 0.78) {
      const code = this.pick(DUTIES)
      return this.put('duties', code, { ...this.duty(code), title: `权责${n}`, lead: this.pick(DEPARTMENTS) })
    }
    if (roll < 0.86) return this.aNotice()
    if (roll < 0.9) return this.aMeeting()
    if (roll < 0.94) return this.toggle('practices', `p-${n % 3}`, this.practice(`p-${n % 3}`, n))
    if (roll < 0.97) return this.put('sources', 's-one', { ...this.source(), publisher: `报纸${n}` })
    return this.toggle('reported-figures', 'f-one', this.figure(n))
  }

  private aCase(): Change {
    const number = 1 + Math.floor(this.random() * 160) + (this.random() < 0.3 ? 1000 : 0)
    // One in five is invented: its figures and lists stand apart, with an as-of day of their own.
    const sample = this.random() < 0.2
    const lead = this.pick(DEPARTMENTS)
    const c = caseRow(number, {
      ...(sample ? { reference: `DEMO-2022-${String(number).padStart(6, '0')}`, origin: 'sample' } : {}),
      title: `第${number}件，改${this.serial}`,
      lead,
      departments: this.random() < 0.3 ? [this.pick(DEPARTMENTS.filter((d) => d !== lead))] : [],
      // Limits that pass while the as-of day moves through the summer.
      ...(this.random() < 0.5 ? { handlingDays: 5 + Math.floor(this.random() * 60) } : {}),
      area: this.pick(AREAS),
      duties: this.random() < 0.5 ? [this.pick(DUTIES)] : [],
      sources: this.random() < 0.2 ? ['s-one'] : [],
    })
    const open = this.random() < 0.4
    const row: Row<'cases'> = open ? { ...c, status: 'handling', timeline: c.timeline.slice(0, 3) } : c
    if (open) delete row.closedBy
    // A department that was called and has not come, also in closed cases; the limit passes with the as-of day.
    if (this.random() < 0.2) {
      const called = {
        kind: 'dispatch',
        at: '2022-06-07T10:00+08:00',
        department: this.pick(DEPARTMENTS),
      } as const
      row.timeline = row.timeline.toSpliced(3, 0, called)
      row.arrivalHours = 24 * (22 + Math.floor(this.random() * 14))
    }
    const named = [...this.world.snapshot.tables.notices.values()].some((x) => x.case === c.reference)
    const met = [...this.world.snapshot.tables['review-meetings'].values()].some((m) =>
      m.cases.includes(c.reference),
    )
    if (this.random() < 0.2 && !named && !met) return this.take('cases', c.reference)
    return this.put('cases', c.reference, row)
  }

  /** A department or a place is merged into another one, or that is taken back. */
  aMerger(): Change {
    const table = this.random() < 0.5 ? 'departments' : 'areas'
    const [slug, into] = this.pick(Object.entries(MERGERS[table]))
    const { replacedBy, replacedOn: _on, ...row } = this.world.need(table, slug)
    const merged = replacedBy
      ? {}
      : { replacedBy: into, replacedOn: `2022-06-0${1 + Math.floor(this.random() * 9)}` }
    return this.put(table, slug, { ...row, ...merged } as AnyRow)
  }

  private aNotice(): Change {
    const number = `TX-2022-${String(1 + Math.floor(this.random() * 6)).padStart(4, '0')}`
    if (this.random() < 0.3) return this.take('notices', number)
    const reference = this.someCase()
    const row: Row<'notices'> = {
      number,
      kind: 'reminder',
      issuer: '指挥部',
      recipient: this.pick(DEPARTMENTS),
      issuedOn: `2022-06-${10 + Math.floor(this.random() * 10)}`,
      ...(this.random() < 0.5 ? { dueOn: `2022-07-0${1 + Math.floor(this.random() * 9)}` } : {}),
      ...(this.random() < 0.5 ? { outcome: '到场了' } : {}),
      ...(reference ? { case: reference } : {}),
      ...days,
    }
    return this.put('notices', number, row)
  }

  private aMeeting(): Change {
    const date = `2022-06-0${1 + Math.floor(this.random() * 5)}`
    const reference = this.someCase()
    const row: Row<'review-meetings'> = {
      slug: date,
      date,
      matters: [`议${this.serial}`],
      decisions: [],
      cases: reference ? [reference] : [],
      ...days,
    }
    return this.toggle('review-meetings', date, row)
  }

  private someCase(): string | undefined {
    const all = [...this.world.snapshot.tables.cases.keys()].sort()
    return all.length > 0 ? this.pick(all) : undefined
  }

  private duty(code: string): Row<'duties'> {
    return {
      code,
      title: code,
      category: Number(code[0]),
      lead: 'd-one',
      responsible: [],
      basis: [],
      wordings: [],
      ...days,
    }
  }

  private source(): Row<'sources'> {
    return { slug: 's-one', description: '报道', publisher: '报纸', authors: [], date: '2022-11', ...days }
  }

  private practice(slug: string, n: number): Row<'practices'> {
    return {
      slug,
      title: `做法${n}`,
      place: '某处',
      summary: '一句话',
      steps: [],
      needs: [],
      cases: [],
      sources: ['s-one'],
      ...days,
    }
  }

  private figure(n: number): Row<'reported-figures'> {
    return {
      slug: 'f-one',
      metric: 'whistles',
      scope: '全区',
      value: n,
      unit: '件',
      asOf: '2022-11',
      source: 's-one',
      quotation: '原话',
      ...days,
    }
  }

  /** Other names of a department: in turn both, the full one alone, the short one alone. */
  private names(slug: string, n: number): Pick<Row<'departments'>, 'name' | 'shortName'> {
    const { name, shortName } = this.world.need('departments', slug)
    return {
      name: n % 3 === 2 ? name : `部门${n}`,
      shortName: n % 3 === 1 ? shortName : `部${n}`,
    }
  }

  private pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.random() * list.length)] as T
  }

  private put(table: TableName, key: string, after: AnyRow): Change {
    const before = this.world.get(table, key) as AnyRow | undefined
    return changeOf(table, key, { before, after })
  }

  private take(table: TableName, key: string): Change {
    const before = this.world.get(table, key) as AnyRow | undefined
    return changeOf(table, key, { before })
  }

  private toggle(table: TableName, key: string, row: AnyRow): Change {
    return this.random() < 0.25 ? this.take(table, key) : this.put(table, key, row)
  }
}
