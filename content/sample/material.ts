import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { slug } from '#domain/keys'
import { URGENCIES, WHISTLE_KINDS } from '#domain/vocabulary'

const text = z.string().min(1)
const texts = z.array(text).min(1)
const month = z.number().int().min(1).max(12)
const whole = z.number().int().positive()

export const PLACE_KINDS = ['compound', 'village', 'road', 'school', 'market', 'riverside'] as const
export type PlaceKind = (typeof PLACE_KINDS)[number]

const dutyMaterial = z.strictObject({
  number: whole,
  title: text,
  lead: text,
  responsible: z.array(text).min(1).max(6),
  post: text,
  arrivalHours: z.strictObject({ routine: whole, tough: whole, emergency: whole }),
  handlingDays: whole,
  covers: text,
  excludes: text,
  basis: z.array(text).optional(),
  wordings: z.array(text).min(4).max(10),
  weight: whole.max(40),
})
const dutyFile = z.strictObject({ category: whole.max(7), title: text, duties: z.array(dutyMaterial) })

const situationMaterial = z.strictObject({
  id: z.string().regex(/^[1-7]-\d{1,3}-[a-z]$/),
  duty: z.string().regex(/^[1-7]-\d{1,3}$/),
  place: z.enum(PLACE_KINDS),
  kinds: z.array(z.enum(WHISTLE_KINDS)).min(1),
  urgencies: z.array(z.enum(URGENCIES)).min(1),
  months: z.array(month).optional(),
  titles: texts,
  what: texts,
  affected: texts,
  tried: texts,
  departments: texts,
  actions: z.record(text, texts),
  plan: texts,
  outcome: texts,
  evidence: texts,
  reopened: texts,
  open: texts,
})
export type SituationMaterial = z.infer<typeof situationMaterial>

const names = z.array(text).default([])
const community = z.strictObject({
  slug,
  name: text,
  level: z.enum(['community', 'village']),
  weight: whole,
  households: whole,
  places: z.strictObject({
    compound: z.array(z.strictObject({ slug, name: text, households: whole })).default([]),
    village: names,
    road: names,
    school: names,
    market: names,
    riverside: names,
  }),
})
const town = z.strictObject({
  slug,
  name: text,
  level: z.enum(['town', 'office']),
  weight: whole,
  communities: z.array(community).min(1),
})
const areaFile = z.strictObject({ towns: z.array(town).min(1) })

const openCase = z.strictObject({
  situation: text,
  state: z.enum(['waiting', 'handling', 'planned', 'done', 'reopened']),
  /** Day of the whistle. */
  day: text,
  /** The published reason, where the situation's own does not fit the state. */
  reason: text.optional(),
})
export type OpenCaseMaterial = z.infer<typeof openCase>

export type DutyMaterial = z.infer<typeof dutyMaterial> & { category: number; key: string }
export type Material = {
  categories: { number: number; title: string }[]
  duties: DutyMaterial[]
  situations: SituationMaterial[]
  towns: z.infer<typeof areaFile>['towns']
  open: OpenCaseMaterial[]
}

/** Reads and checks one file of the material. Throws in words that name the file and the entry. */
export function readMaterialFile<T>(schema: z.ZodType<T>, file: string, yaml: string): T {
  const result = schema.safeParse(parse(yaml))
  if (result.success) return result.data
  const issue = result.error.issues[0]
  throw new Error(`演示素材 ${file} 的 ${issue?.path.join('.')} 不对：${issue?.message}。请改这一处。`)
}

/** Reads the hand-written material that lies beside this file. Throws in words naming file and entry. */
export function readMaterial(): Material {
  const read = <T>(schema: z.ZodType<T>, file: string) =>
    readMaterialFile(schema, file, readFileSync(new URL(file, import.meta.url), 'utf8'))
  const numbers = [1, 2, 3, 4, 5, 6, 7]
  const files = numbers.map((n) => read(dutyFile, `duties/${n}.yaml`))
  return {
    categories: files.map((f) => ({ number: f.category, title: f.title })),
    duties: files.flatMap((f) =>
      f.duties.map((d) => ({ ...d, category: f.category, key: `${f.category}-${d.number}` })),
    ),
    situations: numbers.flatMap((n) => read(z.array(situationMaterial), `situations/${n}.yaml`)),
    towns: read(areaFile, 'areas.yaml').towns,
    open: read(z.array(openCase), 'open.yaml'),
  }
}
