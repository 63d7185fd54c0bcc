import type { Statistics } from '#domain/figures/statistics'
import { canonicalJson } from '#domain/records/snapshot'
import type { BookDuty, DutyBook } from '#domain/search/dutyBook'
import { makeDutyBook } from '#domain/search/dutyBookOf'
import { COLUMNS_NAME, columnsOf } from '#domain/search/dutyColumns'
import type { Change, World } from '#domain/world/world'
import type { BlobStore } from '../store/blobStore.ts'

/** `search/duties.js`: all that the duty finder knows, as a classic script. */
export const SEARCH_DUTIES = 'search/duties.js'

/** What the finder's file says. */
export function dutyScript(book: DutyBook): string {
  return `globalThis.${COLUMNS_NAME}=${canonicalJson(columnsOf(book))};\n`
}

/** Makes the finder's file. Items of the duty list whose cases, departments and day have not changed are not counted again. */
export class DutyFile {
  private readonly known = new Map<string, BookDuty>()
  private countedTo = ''
  private readonly blobs: BlobStore
  private readonly world: World
  private readonly statistics: Statistics

  constructor(blobs: BlobStore, world: World, statistics: Statistics) {
    this.blobs = blobs
    this.world = world
    this.statistics = statistics
  }

  /** Changes that the world has taken. */
  take(changes: readonly Change[]): void {
    for (const { table, before, after } of changes)
      if (table === 'cases')
        for (const row of [before, after]) for (const code of row?.duties ?? []) this.known.delete(code)
      else if (table === 'duties' || table === 'departments') this.known.clear()
  }

  /** Counts everything anew the next time. */
  forget(): void {
    this.known.clear()
  }

  /** Stores the file with its twins and returns its hash. */
  put(): string {
    const { asOf } = this.world.snapshot
    if (asOf !== this.countedTo) this.forget()
    this.countedTo = asOf
    const book = makeDutyBook(this.world, this.statistics, this.known)
    const blob = this.blobs.put(dutyScript(book))
    this.blobs.makeTwins(blob, SEARCH_DUTIES, 'asset')
    return blob
  }
}
