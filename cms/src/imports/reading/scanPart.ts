import { crc32 } from 'node:zlib'
import { MOST_COLUMNS } from './limits.ts'

/** What the library does not tell of a sheet: what is hidden (rows count from 1, columns from 0), the addresses of formulas
 * that were never computed, and by their addresses the texts that the library would decode twice. */
export type Hidden = {
  rows: Set<number>
  columns: Set<number>
  uncomputed: Set<string>
  texts: Map<string, string>
}
/** What was seen of a part of a workbook while it was unpacked. */
export type SeenPart = {
  bytes: number
  crc: number
  cells: number
  hasEntities: boolean
  hidden: Hidden
  /** Parts by the names under which the workbook speaks of them. */
  relations: Map<string, string>
}

/** A cell that holds something (its value, or a text of its own), a row, a range of columns, a relation. */
const TAGS = /<(?:\w+:)?(?:(v|is)[\s/>]|(row|col|Relationship)\s[^<>]*>)/g
/** Declarations that may pull in other files or multiply themselves; no office writes them. */
const ENTITIES = /<!(?:DOCTYPE|ENTITY)/i
/** A cell with a formula after which no value comes, or an empty one: the library leaves it out without a word. */
const UNCOMPUTED =
  /<(?:\w+:)?c\s[^<>]*\br="([A-Z]{1,3}\d{1,7})"[^<>]*>\s*<(?:\w+:)?f(?:\s[^<>]*)?(?:\/>|>[^<]*<\/(?:\w+:)?f>)\s*(?:<(?:\w+:)?v\s*(?:\/>|><\/(?:\w+:)?v>)\s*)?<\/(?:\w+:)?c>/g
/** A text that stands in its cell, beside a formula or without one: the library decodes it twice, `&amp;lt;` becomes `<`. */
const IN_CELL =
  /<(?:\w+:)?c\s([^<>]*\bt="str"[^<>]*)>\s*(?:<(?:\w+:)?f(?:\s[^<>]*)?(?:\/>|>[^<]*<\/(?:\w+:)?f>)\s*)?<(?:\w+:)?v(?:\s[^<>]*)?>([^<]*&amp;[^<]*)<\/(?:\w+:)?v>/g
/** The longest cell that is kept until the rest of it comes. */
const LONGEST_CELL = 16_384

/** Looks at a part of a workbook chunk by chunk, so that nothing large is ever held. */
export class PartScan {
  readonly seen: SeenPart = {
    bytes: 0,
    crc: 0,
    cells: 0,
    hasEntities: false,
    hidden: { rows: new Set(), columns: new Set(), uncomputed: new Set(), texts: new Map() },
    relations: new Map(),
  }
  readonly #isXml: boolean
  readonly #hasTags: boolean
  #rest = ''
  #row = 0

  constructor(name: string) {
    this.#isXml = /\.(xml|rels|vml)$/i.test(name)
    this.#hasTags = /^\/?xl\/(worksheets\/[^/]+\.xml|_rels\/workbook[^/]*\.rels)$/i.test(name)
  }

  add(chunk: Buffer): void {
    this.seen.bytes += chunk.length
    this.seen.crc = crc32(chunk, this.seen.crc)
    if (!this.#isXml) return
    // Parts in UTF-16 have a zero beside every sign of the markup.
    const text = this.#rest + chunk.toString('latin1').replaceAll('\0', '')
    // A cell may go on in the next chunk.
    const cell = Math.max(text.lastIndexOf('<c '), text.lastIndexOf('<c>'), text.lastIndexOf(':c '))
    const start = text.lastIndexOf('<', cell < 0 ? text.length : cell)
    const cut = Math.max(start, text.length - LONGEST_CELL, 0)
    this.#look(text.slice(0, cut))
    this.#rest = text.slice(cut)
  }

  end(): SeenPart {
    this.#look(this.#rest)
    return this.seen
  }

  #look(text: string): void {
    this.seen.hasEntities ||= ENTITIES.test(text)
    if (!this.#hasTags) return
    for (const [, address] of text.matchAll(UNCOMPUTED)) this.seen.hidden.uncomputed.add(address as string)
    for (const [, tag = '', value = ''] of text.matchAll(IN_CELL)) {
      const address = attribute(` ${tag}`, 'r')
      if (address) this.seen.hidden.texts.set(address, decodedOnce(value))
    }
    for (const [tag, value, name] of text.matchAll(TAGS)) {
      if (value) this.seen.cells++
      else if (name === 'row') this.#seeRow(tag)
      else if (name === 'col') this.#seeColumns(tag)
      else this.#seeRelation(tag)
    }
  }

  #seeRow(tag: string): void {
    this.#row = Number(attribute(tag, 'r') ?? this.#row + 1)
    if (isHidden(tag)) this.seen.hidden.rows.add(this.#row)
  }

  #seeColumns(tag: string): void {
    if (!isHidden(tag)) return
    const last = Math.min(Number(attribute(tag, 'max')), MOST_COLUMNS)
    for (let column = Number(attribute(tag, 'min')); column <= last; column++)
      this.seen.hidden.columns.add(column - 1)
  }

  #seeRelation(tag: string): void {
    const [id, target] = [attribute(tag, 'Id'), attribute(tag, 'Target')]
    if (id && target) this.seen.relations.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target}`)
  }
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1]
}

function isHidden(tag: string): boolean {
  return tag.includes('hidden') && /^(1|true|on)$/.test(attribute(tag, 'hidden') ?? '')
}

const ENTITY_SIGNS: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** What the markup of a cell says, as it was taken from its bytes; `_x000A_` stands for a sign that XML cannot hold. */
function decodedOnce(markup: string): string {
  return Buffer.from(markup, 'latin1')
    .toString('utf8')
    .replace(/&(?:(amp|lt|gt|quot|apos)|#(\d+)|#x([\da-f]+));/gi, (all, name, decimal, hex) =>
      name
        ? (ENTITY_SIGNS[name] ?? all)
        : String.fromCodePoint(Number.parseInt(decimal ?? hex, decimal ? 10 : 16)),
    )
    .replace(/_x([\da-f]{4})_/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\r\n/g, '\n')
}
