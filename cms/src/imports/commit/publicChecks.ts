import type { PayloadRequest } from 'payload'
import { isProgress } from '#domain/changes/progress'
import { publicChanges } from '#domain/changes/publicChanges'
import { shanghaiDay } from '#domain/dates'
import { privateFields } from '#domain/private/privateFields'
import { type Row, TABLES, type TableName } from '#domain/records/snapshot'
import type { PublishedKind } from '#domain/vocabulary'
import { checkNeighbours } from '../../hooks/checkNeighbours.ts'
import { doubtsOf } from '../../hooks/privateDecisions.ts'
import { refuse } from '../../hooks/refuse.ts'
import type { ChangeNote } from '../../notes/givenNote.ts'
import { neededNote } from '../../notes/neededNote.ts'
import { assemble } from '../../snapshot/assemble.ts'
import { issueInWords } from '../../snapshot/issueInWords.ts'
import { NamedKeys } from '../../snapshot/namedKeys.ts'
import type { Id } from './keptImport.ts'

type Doc = Record<string, unknown>

/**
 * What a publication is held to, for the records of an import: the same rules as for one that somebody publishes by hand,
 * with what they name looked up once for all. The import's own records count as public: they become so together.
 */
export class PublicChecks {
  readonly #keys = new NamedKeys()

  /** Tells of a record of the import that others may name. */
  add(table: TableName, id: Id, key: string): void {
    this.#keys.countAsPublic(table, id, key)
  }

  /** @throws in words what a release would refuse, or a person would be asked about */
  async hold(req: PayloadRequest, table: TableName, content: Doc): Promise<Doc> {
    const name = `${TABLES[table].label}${String(content[TABLES[table].key])}`
    const { row, problems } = await this.#row(req, table, content)
    const decisions = (content.privateDecisions ?? []) as Parameters<typeof doubtsOf>[1]
    const wrong = row ? doubtsOf(privateFields(row), decisions) : problems
    if (!row || wrong.length > 0)
      refuse(
        `${name}不能公开：${wrong.map(({ field, reason }) => issueInWords(TABLES[table].schema, field, reason)).join('；')}`,
      )
    await checkNeighbours(req, table, row, name)
    return row as Doc
  }

  /** The kind of a change of something public, null where nothing of it changes. @throws where it wants a note and has none */
  async kindOf(
    req: PayloadRequest,
    table: TableName,
    { before, after, note }: { before: Doc; after: Doc; note: ChangeNote },
  ): Promise<PublishedKind | null> {
    const { row: earlier } = await this.#row(req, table, before)
    const changes = earlier ? publicChanges(TABLES[table].schema, earlier as Doc, after) : null
    if (changes?.length === 0) return null
    if (earlier && table === 'cases' && isProgress(earlier as Row<'cases'>, after as Row<'cases'>))
      return 'progress'
    return neededNote(`${TABLES[table].label}${String(before[TABLES[table].key])}`, changes ?? [], note)
  }

  async #row(req: PayloadRequest, table: TableName, content: Doc) {
    const today = shanghaiDay(Date.now())
    const dated = { ...content, publishedOn: content.publishedOn ?? today, changedOn: today }
    await this.#keys.learn(req.payload, table, [dated], req)
    return assemble(table, dated, this.#keys)
  }
}
