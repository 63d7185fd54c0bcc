import type { Payload, PayloadRequest } from 'payload'
import type { Mapping } from '#domain/imports/mapping'
import { TABLES } from '#domain/records/snapshot'
import { readMainRow } from '../../hooks/mainRow.ts'
import { refuse } from '../../hooks/refuse.ts'
import { keysAt, LoadedIds } from '../../loading/recordData.ts'
import type { ChangeNote } from '../../notes/givenNote.ts'
import type { User } from '../../payload-types.ts'
import { RELATIONS } from '../../relations.ts'
import { newestVersion } from '../../twoPeople/newestVersion.ts'
import { endStanding } from '../../workflow/keptSteps.ts'
import { createMany } from './bulk.ts'
import { asManyAsFit, inChunk, type Work } from './chunks.ts'
import type { ImportRecord } from './importRecord.ts'
import type { Id } from './keptImport.ts'
import type { PlannedImport } from './plannedImport.ts'
import { PublicChecks } from './publicChecks.ts'
import { changedContent, contentOf, newContent } from './recordContent.ts'
import type { RowToWrite } from './rowsToWrite.ts'

type Doc = Record<string, unknown>

/** What has changed in the newsroom since the plan was made: it is to be made again. */
export class StalePlan extends Error {
  override readonly name = 'StalePlan'
}

export type Writing = {
  planned: PlannedImport
  mapping: Mapping
  user: User
  note: ChangeNote
  /** Instant before anything of the newsroom was read for the plan. */
  plannedAt: string
}

/** Writes the rows of an import as drafts, with the checks that publishing them by hand would make. */
export class DraftWriter {
  readonly #payload: Payload
  readonly #w: Writing
  readonly #ids: LoadedIds
  readonly #checks = new PublicChecks()

  constructor(payload: Payload, writing: Writing) {
    this.#payload = payload
    this.#w = writing
    this.#ids = new LoadedIds(payload)
  }

  /** @throws in words the first fault; what was written before it stands until the import is taken back */
  async write(work: Work, progress: (done: number, of: number) => void): Promise<void> {
    const { total, batches } = this.#w.planned
    let done = 0
    for await (const batch of batches())
      for (let rest = batch; rest.length > 0; progress(done, total)) {
        const taken = await this.#writeSome(work, rest, done)
        rest = rest.slice(taken)
        done += taken
      }
  }

  /** Writes as many of these rows as fit in a transaction. Returns how many. */
  async #writeSome(work: Work, rows: readonly RowToWrite[], done: number): Promise<number> {
    await this.#learn(rows)
    let taken = 0
    await inChunk(this.#payload, work, async (req) => {
      const kept: Omit<ImportRecord, 'id'>[] = []
      taken = await asManyAsFit(rows, async (each) => {
        const record = await this.#writeRow(req, each)
        kept.push({ ...record, importId: String(work.id), place: done + kept.length, stage: 'written' })
      })
      await createMany(req, 'import-records', kept)
      return { done: done + taken }
    })
    return taken
  }

  /** Looks up what these rows name, and that the keys of new ones are still free. */
  async #learn(rows: readonly RowToWrite[]): Promise<void> {
    for (const [table, own] of Map.groupBy(rows, ({ row }) => row.table)) {
      for (const { path, to } of RELATIONS.filter((r) => r.from === table))
        if (to !== 'media')
          await this.#ids.learn(
            to,
            own.flatMap(({ row }) => keysAt(row.record, path)),
          )
      const fresh = own.filter(({ operation }) => operation === 'create')
      const keys = fresh.map(({ row }) => row.key)
      await this.#ids.learn(table, keys)
      const taken = keys.find((key) => this.#ids.knows(table, key))
      if (taken !== undefined) throw new StalePlan(`${TABLES[table].label}${taken}刚刚有了`)
      await this.#holdEverPublic(table, fresh)
    }
  }

  /** A key that was public is given again only to the row of the source that had it. */
  async #holdEverPublic(table: RowToWrite['row']['table'], fresh: readonly RowToWrite[]): Promise<void> {
    const others = fresh
      .filter(({ saidBefore, row }) => saidBefore?.key !== row.key)
      .map(({ row }) => row.key)
    const { docs } = await this.#payload.db.find({
      collection: 'acts',
      where: { and: [{ recordType: { equals: table } }, { reference: { in: others } }] },
      limit: 1,
      pagination: false,
    })
    const [act] = docs as unknown as { reference: string }[]
    if (act)
      refuse(`${TABLES[table].label}${act.reference}曾经公开过别的内容，不能再给另一条：请在文件里换一个`)
  }

  async #writeRow(req: PayloadRequest, each: RowToWrite) {
    const { operation, row, saidBefore } = each
    const common = {
      recordType: row.table,
      reference: row.key,
      sourceKey: row.sourceKey,
      said: row.sourceKey === null ? null : { record: row.said ?? {}, hidden: row.hidden },
      saidBefore: saidBefore && { ...saidBefore },
    }
    if (operation === 'seen')
      return { ...common, operation, record: null, before: null, wasPublished: false, savedAt: null }
    const written = await (operation === 'create' ? this.#create(req, each) : this.#change(req, each))
    return { ...common, ...written }
  }

  async #create(req: PayloadRequest, each: RowToWrite) {
    const { table, key } = each.row
    const { id: user } = this.#w.user
    const savedAt = new Date().toISOString()
    const content: Doc = {
      ...newContent(each, this.#ids, user),
      _status: 'draft',
      createdBy: user,
      updatedBy: user,
    }
    if (this.#w.mapping.publish) await this.#checks.hold(req, table, content)
    const data = { ...content, createdAt: savedAt, updatedAt: savedAt }
    const { id } = (await this.#payload.db.create({
      collection: table,
      data: structuredClone(data),
      select: { updatedAt: true },
      req,
    })) as { id: Id }
    await this.#version(req, table, id, data)
    this.#ids.remember(table, key, id)
    this.#checks.add(table, id, key)
    return { operation: 'create' as const, record: String(id), before: null, wasPublished: false, savedAt }
  }

  async #change(req: PayloadRequest, each: RowToWrite) {
    const { table, key } = each.row
    const { mapping, note, user, plannedAt } = this.#w
    const name = `${TABLES[table].label}${key}`
    const main = await readMainRow(req, table, { [TABLES[table].key]: { equals: key } })
    const newest = main && ((await newestVersion(req, table, main.id)) ?? main.row)
    if (!main || !newest || new Date(newest.updatedAt as string).toISOString() > plannedAt)
      throw new StalePlan(`${name}刚刚有人改过`)
    if (main.published && newest._status === 'draft')
      refuse(`${name}有一份还没有公开的草稿：先处理它，再导入`, 409)
    const content: Doc = {
      ...changedContent(each, newest, this.#ids, user.id),
      _status: 'draft',
      updatedBy: user.id,
    }
    let operation: 'change' | 'touch' = 'change'
    if (mapping.publish) {
      const after = await this.#checks.hold(req, table, content)
      this.#checks.add(table, main.id, key)
      const kind = main.published
        ? await this.#checks.kindOf(req, table, { before: main.row, after, note })
        : null
      if (main.published && kind === null) operation = 'touch'
      else Object.assign(content, { publicKind: kind, publicNote: main.published ? note.words : null })
      Object.assign(content, { changeNote: null, changeKind: null })
    } else if (main.published) Object.assign(content, { changeNote: note.words, changeKind: note.kind })
    await endStanding(req, table, main.id)
    const savedAt = new Date().toISOString()
    await this.#version(req, table, main.id, { ...content, createdAt: newest.createdAt, updatedAt: savedAt })
    const stood = main.published ? main.row : newest
    const before = { ...contentOf(stood), updatedAt: new Date(stood.updatedAt as string).toISOString() }
    return { operation, record: String(main.id), before, wasPublished: main.published, savedAt }
  }

  async #version(req: PayloadRequest, collectionSlug: RowToWrite['row']['table'], parent: Id, content: Doc) {
    await this.#payload.db.createVersion({
      autosave: false,
      collectionSlug,
      createdAt: String(content.updatedAt),
      updatedAt: String(content.updatedAt),
      parent,
      versionData: content as never,
      returning: false,
      req,
    })
  }
}
