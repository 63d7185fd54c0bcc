// One import of so many rows into the newsroom of DATA_DIR, and plain creates beside it. Says at its end, on the channel to
// its parent, the seconds of each.
import { isDecided } from '#domain/imports/importPlan'
import { mapping as mappingSchema } from '#domain/imports/mapping'
import type { Workbook } from '#domain/imports/workbook'
import { startImport } from '../../cms/src/imports/commit/startImport.ts'
import { planWorkbook } from '../../cms/src/imports/planFile.ts'
import { openPayload } from '../../cms/src/openPayload.ts'

/** Creates by Payload's own API that are measured. */
const PLAIN = 200

const size = Number(process.argv[2])
const payload = await openPayload()
const { docs: areas } = await payload.find({
  collection: 'areas',
  where: { level: { equals: 'community' } },
  limit: 1,
})
const { docs: departments } = await payload.find({ collection: 'departments', limit: 3 })
const [area] = areas
const person = await payload.create({
  collection: 'users',
  data: { email: 'bench@example.org', password: 'only for this measurement', name: '量', role: 'publisher' },
})
const user = { ...person, collection: 'users' as const }

const HEADS = ['编号', '标题', '情况', '社区', '主办', '吹哨时间', '派单时间', '到场时间', '办结时间', '电话']
const title = (i: number) => `第${i}处路灯不亮`
const text = (i: number) => `晚上看不见，怕摔。已经第${(i % 5) + 1}次反映，请尽快修好，附近还有井盖松动。`
const rows = Array.from({ length: size }, (_, i) => {
  const day = `2021-${String((i % 12) + 1).padStart(2, '0')}-${String((i % 27) + 1).padStart(2, '0')}`
  const lead = departments[i % departments.length]
  return [
    `N${i}`,
    title(i),
    text(i),
    area?.name,
    lead?.name,
    day,
    day,
    day,
    day,
    `1390000${String(i % 10_000).padStart(4, '0')}`,
  ]
})
const workbook: Workbook = {
  name: '量.csv',
  sha256: '0'.repeat(64),
  bytes: size * 200,
  format: 'csv',
  sheets: [
    {
      name: '表',
      hidden: false,
      merges: [],
      notes: [],
      rows: [HEADS, ...rows].map((cells, i) => ({
        row: i + 1,
        hidden: false,
        cells: cells.map((c) => c ?? null),
      })),
    },
  ],
}
const column = (field: string, ...heads: string[]) => ({ field, heads })
const chosen = mappingSchema.parse({
  name: '量',
  version: 1,
  table: 'cases',
  key: '编号',
  publish: true,
  columns: [
    column('title', '标题'),
    column('description', '情况'),
    column('area', '社区'),
    column('lead', '主办'),
    column('reporterPhone', '电话'),
    { field: 'kind', heads: [], constant: 'community' },
  ],
  timeline: [
    { kind: 'whistle', at: '吹哨时间' },
    { kind: 'dispatch', at: '派单时间', calledDepartments: true },
    { kind: 'arrival', at: '到场时间', calledDepartments: true },
    { kind: 'done', at: '办结时间', calledDepartments: true },
  ],
  names: {},
  ignored: [],
  private: { '*': 'keep' },
})

const seconds = async (work: () => Promise<unknown>) => {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}
const dry = await seconds(async () => {
  const plan = await planWorkbook(payload, workbook, chosen)
  if (!isDecided(plan))
    throw new Error(`要问的：${JSON.stringify(plan.rows.find((row) => row.reasons.length > 0)?.reasons)}`)
})
const plain = await seconds(async () => {
  for (let i = 0; i < PLAIN; i++) {
    const lead = departments[i % departments.length]?.id as number
    await payload.create({
      collection: 'cases',
      user,
      data: {
        title: title(i),
        description: text(i),
        kind: 'community',
        area: area?.id as number,
        lead,
        origin: 'record',
        status: 'done',
        timeline: (['whistle', 'dispatch', 'arrival', 'done'] as const).map((kind) => ({
          kind,
          at: '2020-03-01',
          ...(kind === 'whistle' ? {} : { department: lead }),
        })),
        privateDecisions: null,
        reporterPhone: '13900000000',
        _status: 'published',
      } as never,
    })
  }
})
let written = 0
const began = performance.now()
const all = await seconds(() =>
  startImport(
    payload,
    {
      workbook,
      mapping: chosen,
      user: person,
      note: { words: null, kind: null },
      acknowledged: null,
      keptFile: null,
    },
    {
      planned: () => {
        written = performance.now()
      },
      opened: () => {},
      progress: () => {},
    },
  ),
)
process.send?.({
  dry,
  plainPerSecond: PLAIN / plain,
  all,
  commitPerSecond: size / (all - (written - began) / 1000),
})
await payload.destroy()
process.exit(0)
