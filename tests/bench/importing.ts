// One import of so many rows into the newsroom of DATA_DIR, and plain creates beside it. Says at its end, on the channel to
// its parent, the seconds of each, and for how long nobody else had a turn.
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { isDecided } from '#domain/imports/importPlan'
import { mapping as mappingSchema } from '#domain/imports/mapping'
import { startImport } from '../../cms/src/imports/commit/startImport.ts'
import { readWorldFacts } from '../../cms/src/imports/readWorld.ts'
import { planInChild } from '../../cms/src/imports/uploads/planInChild.ts'
import { preparePlan } from '../../cms/src/imports/uploads/preparing.ts'
import { keepUpload, placeOf } from '../../cms/src/imports/uploads/uploadStore.ts'
import { openPayload } from '../../cms/src/openPayload.ts'

/** Creates by Payload's own API that are measured. */
const PLAIN = 200

const size = Number(process.argv[2])
const payload = await openPayload()
/** Real records may not name what is made up for the demonstration. */
const real = { origin: { not_equals: 'sample' } }
const { docs: areas } = await payload.find({
  collection: 'areas',
  where: { level: { equals: 'community' }, ...real },
  limit: 1,
})
const { docs: departments } = await payload.find({ collection: 'departments', where: real, limit: 3 })
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
const file = [HEADS, ...rows].map((cells) => cells.join(',')).join('\n')
const upload = keepUpload(Buffer.from(file), '量.csv', String(person.id))
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
const turns = monitorEventLoopDelay({ resolution: 10 })
/** The longest that nobody else had a turn during some work, in milliseconds. */
const held = async (work: () => Promise<unknown>) => {
  turns.reset()
  turns.enable()
  const took = await seconds(work)
  turns.disable()
  return { took, longest: turns.max / 1e6 }
}
const dry = await held(async () => {
  const out = { rows: placeOf(upload.id, 'rows.ndjson'), book: placeOf(upload.id, 'plan.xlsx') }
  const plan = await preparePlan(
    { file: placeOf(upload.id, 'file'), name: upload.name, mapping: chosen, out },
    (said) => readWorldFacts(payload, chosen, said),
  )
  if (!isDecided(plan)) throw new Error(`要问的：${JSON.stringify(plan.undecided)}`)
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
let opened = 0
const began = performance.now()
const all = await held(() =>
  planInChild(payload, { upload, mapping: chosen }, (planner) =>
    startImport(
      payload,
      {
        planner,
        mapping: chosen,
        user: person,
        note: { words: null, kind: null },
        acknowledged: null,
        keptFile: null,
      },
      {
        opened: () => {
          opened = performance.now()
        },
        progress: () => {},
      },
    ),
  ),
)
process.send?.({
  dry: dry.took,
  plainPerSecond: PLAIN / plain,
  all: all.took,
  commitPerSecond: size / (all.took - (opened - began) / 1000),
  longest: Math.max(dry.longest, all.longest),
})
await payload.destroy()
process.exit(0)
