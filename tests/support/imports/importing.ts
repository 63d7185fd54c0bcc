import type { ImportPlan } from '#domain/imports/importPlan'
import type { Mapping } from '#domain/imports/mapping'
import type { ChangeNote } from '../../../cms/src/notes/givenNote.ts'
import type { TestCms } from '../newsroom/cmsDatabase.ts'
import { bookOfRows, REGISTER, registerMapping, registerRow } from './plannedWorld.ts'

export type Cells = Parameters<typeof registerRow>[0]

export type AskedOfTest = {
  rows: readonly Cells[]
  mapping?: Partial<Mapping>
  who?: 'contributor' | 'editor' | 'publisher' | 'administrator'
  note?: ChangeNote
  during?: (done: number) => Promise<void> | void
  planned?: (plan: ImportPlan) => void
}

const kind = { field: 'kind', heads: [], constant: 'community' }

/** Imports of registers into a test's newsroom, in a place and by a department that it has. */
export class Importing {
  readonly cms: TestCms
  readonly area: string
  readonly lead: string

  private constructor(cms: TestCms, area: string, lead: string) {
    this.cms = cms
    this.area = area
    this.lead = lead
  }

  static async into(cms: TestCms): Promise<Importing> {
    const where = { level: { equals: 'community' } }
    const { docs: areas } = await cms.payload.find({ collection: 'areas', where, limit: 1 })
    const { docs: departments } = await cms.payload.find({ collection: 'departments', limit: 1 })
    return new Importing(cms, String(areas[0]?.name), String(departments[0]?.name))
  }

  /** A register with these rows, all of them sound where nothing else is said. */
  book(rows: readonly Cells[]) {
    const sound = {
      社区: this.area,
      主办: this.lead,
      吹哨时间: '2022-03-01',
      派单时间: '2022-03-01',
      到场时间: null,
    }
    return bookOfRows([[...REGISTER], ...rows.map((row) => registerRow({ ...sound, ...row }))])
  }

  /** A mapping of the register that publishes. */
  mapping(more: Partial<Mapping> = {}): Mapping {
    return registerMapping({ publish: true, columns: [...registerMapping().columns, kind], ...more })
  }

  /** Imports a register; what is not said: a publisher publishes it, with a note. */
  async run({
    rows,
    mapping,
    who = 'publisher',
    note,
    keptFile = null,
    during,
    planned,
  }: AskedOfTest & { keptFile?: string | null }) {
    const { startImport } = await import('../../../cms/src/imports/commit/startImport.ts')
    const { planHere } = await import('../../../cms/src/imports/commit/planHere.ts')
    const chosen = this.mapping(mapping)
    const pending: (Promise<void> | void)[] = []
    const kept = await startImport(
      this.cms.payload,
      {
        planner: planHere(this.cms.payload, this.book(rows), chosen, planned),
        mapping: chosen,
        user: this.cms.users[who] as never,
        note: note ?? { words: '按登记表更正', kind: 'correction' },
        acknowledged: null,
        keptFile,
      },
      {
        opened: () => {},
        progress: (done) => {
          pending.push(during?.(done))
        },
      },
    )
    await Promise.all(pending)
    return kept
  }

  /** The case that came from a number of the register, as the database has it; undefined where there is none. */
  async caseOf(sourceKey: string): Promise<Record<string, unknown> | undefined> {
    const { docs } = await this.cms.payload.db.find<{ reference: string }>({
      collection: 'imported-rows',
      where: { sourceKey: { equals: sourceKey } },
      pagination: false,
    })
    const where = { reference: { equals: docs[0]?.reference ?? '' } }
    return ((await this.cms.payload.db.findOne({ collection: 'cases', where })) as never) ?? undefined
  }
}
