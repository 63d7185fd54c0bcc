import { randomBytes } from 'node:crypto'
import type { Payload } from 'payload'
import { z } from 'zod'
import { TABLES, type TableName } from '#domain/records/snapshot'
import { RELATIONS } from '../relations.ts'

type Id = number | string
type Row = Record<string, unknown>

/** Public keys → database ids of the records that rows name. */
export class LoadedIds {
  readonly #ids = new Map<string, Id>()
  readonly #payload: Payload

  constructor(payload: Payload) {
    this.#payload = payload
  }

  remember(table: TableName, key: string, id: Id): void {
    this.#ids.set(`${table}:${key}`, id)
  }

  knows(table: TableName, key: string): boolean {
    return this.#ids.has(`${table}:${key}`)
  }

  /** Reads which of these keys the database has. */
  async learn(table: TableName, keys: readonly string[]): Promise<void> {
    const field = TABLES[table].key
    const unknown = [...new Set(keys)].filter((key) => !this.knows(table, key))
    for (let i = 0; i < unknown.length; i += 500) {
      const { docs } = await this.#payload.db.find({
        collection: table,
        where: { [field]: { in: unknown.slice(i, i + 500) } },
        select: { [field]: true },
        limit: 0,
        pagination: false,
      })
      for (const doc of docs as (Row & { id: Id })[]) this.remember(table, String(doc[field]), doc.id)
    }
  }

  /** Throws in words when the record named is neither in the database nor among the rows loaded before. */
  id(table: TableName, key: string, from: string): Id {
    const id = this.#ids.get(`${table}:${key}`)
    if (id === undefined)
      throw new Error(`${from}所指的${TABLES[table].label}${key}不存在：请补上这条记录或改正`)
    return id
  }
}

/** The keys that a row names at a path such as `timeline.department`. */
export function keysAt(row: unknown, path: string): string[] {
  const [first, ...rest] = path.split('.') as [string, ...string[]]
  const value = (row as Row)[first]
  const values = Array.isArray(value) ? value : [value]
  if (rest.length > 0) return values.flatMap((v) => (v ? keysAt(v, rest.join('.')) : []))
  return values.filter((v): v is string => typeof v === 'string')
}

/** A public row as the CMS keeps it: ids instead of keys, lists of texts as lines. */
export function recordData(table: TableName, row: Row, ids: LoadedIds): Row {
  const from = `${TABLES[table].label}${String(row[TABLES[table].key])}`
  if (Array.isArray(row.photos) && row.photos.length > 0)
    throw new Error(`${from}带有照片：照片要在编辑部上传`)
  const { changeNote, ...data }: Row = structuredClone(row)
  if (changeNote !== undefined) data.publicNote = changeNote
  for (const { from: table_, path, to } of RELATIONS) {
    if (table_ !== table || to === 'media') continue
    replaceAt(data, path, (key) => ids.id(to, key, from))
  }
  for (const [name, value] of Object.entries(data))
    if (isLines(table, name, value)) {
      if (value.some((line) => /[\r\n]/.test(line)))
        throw new Error(`${from}的 ${name} 里有换行：一条只能是一行`)
      data[name] = value.join('\n')
    } else if (Array.isArray(value))
      for (const inner of value)
        if (inner && typeof inner === 'object') {
          inner.id = randomBytes(12).toString('hex')
          if (typeof inner.upheld === 'boolean') inner.upheld = inner.upheld ? 'upheld' : 'not-upheld'
        }
  return data
}

function isLines(table: TableName, name: string, value: unknown): value is string[] {
  if (RELATIONS.some((r) => r.from === table && r.path === name)) return false
  const list = (TABLES[table].schema as z.ZodObject).shape[name]
  if (list instanceof z.ZodArray && list.element instanceof z.ZodObject) return false
  return Array.isArray(value) && value.every((v) => typeof v === 'string')
}

function replaceAt(row: Row, path: string, replace: (key: string) => Id): void {
  const [first, ...rest] = path.split('.') as [string, ...string[]]
  const value = row[first]
  if (rest.length > 0) {
    for (const inner of (value as Row[] | undefined) ?? []) replaceAt(inner, rest.join('.'), replace)
    return
  }
  if (Array.isArray(value)) row[first] = value.map(replace)
  else if (typeof value === 'string') row[first] = replace(value)
}
