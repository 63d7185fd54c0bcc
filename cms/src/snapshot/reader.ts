import { TABLES, type TableName } from '#domain/records/snapshot'
import { idOf, type Relation } from '../relations.ts'
import type { NamedKeys } from './namedKeys.ts'
import { isOfResident } from './placesOfResidents.ts'
import type { FieldProblem } from './problem.ts'
import type { RaisedPlace } from './raisedPlace.ts'

/** What a `toX` may ask while it copies a record: keys instead of ids, and nothing else of other records. */
export class Reader {
  readonly problems: FieldProblem[] = []
  readonly #keys: NamedKeys

  constructor(keys: NamedKeys) {
    this.#keys = keys
  }

  /** Public key of the record named; undefined when none is. A record that is not public is a problem. */
  key(field: string, to: TableName, value: Relation): string | undefined {
    if (idOf(value) === undefined) return undefined
    const known = this.#keys.record(to, value)
    if (!known) this.problems.push({ field, reason: `所指的${TABLES[to].label}已不存在，请重新选择` })
    else if (known.isInBin)
      this.problems.push({
        field,
        reason: `所指的${TABLES[to].label}${known.key}在回收站里，请换一条或把它拿回来`,
      })
    else if (!known.published)
      this.problems.push({ field, reason: `所指的${TABLES[to].label}${known.key}没有公开，请先发布它` })
    return known?.key
  }

  /** Where a resident's case is said to be, when its own place is too small; undefined where its own is named. */
  raisedPlace(d: { kind?: string | null; origin?: string | null; area?: Relation }): RaisedPlace | undefined {
    const found = isOfResident(d) ? this.#keys.placeOfResidents(d.area) : undefined
    return found && found.finer.length > 0 ? found : undefined
  }

  /** Keys of a list of relations, in its order. */
  keys(field: string, to: TableName, values: readonly Relation[] | null | undefined): string[] {
    return (values ?? []).flatMap((v, i) => this.key(`${field}.${i}`, to, v) ?? [])
  }

  /** A photo as published: the file's name, never what it was called before. */
  photos(field: string, values: readonly Relation[] | null | undefined) {
    return (values ?? []).flatMap((value, i) => {
      const m = this.#keys.media(value)
      if (!m) {
        this.problems.push({ field: `${field}.${i}`, reason: '所指的照片已不存在，请重新选择' })
        return []
      }
      return {
        file: m.filename,
        width: m.width,
        height: m.height,
        stage: m.stage,
        alt: m.alt,
        takenOn: known(m.takenOn),
      }
    })
  }
}

/** Null and empty text are unknown: absent. */
export function known<V>(value: V | null | undefined): V | undefined {
  return value === null || value === undefined || value === '' ? undefined : value
}

/** A list kept as one text a line. */
export function linesOf(value: string | null | undefined): string[] {
  return (value ?? '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

type PublishedFields = {
  origin?: string | null
  publishedOn?: string | null
  publishedTime?: string | null
  changedOn?: string | null
  publicNote?: string | null
  changeNote?: string | null
}

/** The fields that every public record carries. */
export function publishedOf(d: PublishedFields) {
  return {
    origin: known(d.origin),
    publishedOn: known(d.publishedOn),
    publishedTime: known(d.publishedTime),
    changedOn: known(d.changedOn),
    // A record that was published before notes were emptied has its note where it was written.
    changeNote: known(d.publicNote) ?? known(d.changeNote),
  }
}
