import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { FoundOnPage } from '#domain/private/privateMarks'
import type { DatasetId } from '#domain/published/datasets'
import type { TableFormat } from '#domain/published/tableFormats'
import type { Written } from '../store/blobFile.ts'
import type { BlobStore } from '../store/blobStore.ts'
import type { FigureClaim } from './figureClaims.ts'

/** What each merged department was merged into in the end, as the written table of departments says. */
export type Successors = Readonly<Record<string, string>>

/**
 * Written parts of tables that are counted together: the cases of one block with their events, or all notices. What they
 * count is noted beside the first of them. Lines that name a merged department count in the one that stands for it.
 */
export type Lot = ({ cases: string; events: string | null } | { notices: string }) & {
  successors?: Successors
}

/** What a thread may be given to do. */
export type Errand =
  /** A page to be rendered, checked and stored; its view travels as text. `batch` tells one release from another. */
  | { kind: 'page'; path: string; view: string; hash: string; batch: number }
  /** A text to be stored. */
  | { kind: 'text'; text: string }
  /** Written parts of tables to be counted; the count is noted beside them. */
  | { kind: 'count'; lot: Lot }
  /** A whole table to be joined from its parts. */
  | { kind: 'table'; parts: string; dataset: DatasetId; format: TableFormat; path: string }
/** What looks like a private number in a page. */
export type PageMark = { path: string; mark: FoundOnPage }
/** A file of the release that a thread made: its address, its blob, what is wrong with it, and where it links to. */
export type Made = {
  path: string
  blob: string
  faults: string[]
  marks: PageMark[]
  claims: FigureClaim[]
  links: string[]
}
/** What a thread says of the errands that it was given. */
export type Answer = { count: number; made: Made[]; written: Written[] }

/** From so many files on, threads are worth their start. */
export const WORTH_THREADS = 300
/** Errands handed over at once: fewer, larger messages. */
const AT_ONCE = 8
/** Errands that may wait for one thread: enough to last until this thread looks at its messages again. */
const MOST_WAITING = 64
/** More threads would cost memory (about 100 MB each) for little. */
const MOST_THREADS = 3
/** A thread that was not asked for so long ends. */
const IDLE_MS = 10_000

class ReleaseThread {
  waiting = 0
  isReady = false
  failure: Error | null = null
  private batch: Errand[] = []
  private readonly worker: Worker

  constructor(dataDir: string, code: string, answered: (answer: Answer) => void, woken: () => void) {
    this.worker = new Worker(fileURLToPath(new URL('../make/releaseThread.ts', import.meta.url)), {
      execArgv: [],
      workerData: { dataDir },
      resourceLimits: { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 16 },
    })
    this.worker.unref()
    this.worker.on('message', (said: Answer | { code: string }) => {
      // Templates that were built anew meanwhile would make other pages: then this thread is not used.
      if ('code' in said) this.isReady = said.code === code
      else {
        this.waiting -= said.count
        answered(said)
      }
      woken()
    })
    const ended = (error: unknown) => {
      this.failure ??= error instanceof Error ? error : new Error(String(error))
      woken()
    }
    this.worker.on('error', ended)
    this.worker.on('exit', () => ended('渲染网页的线程没有做完就结束了'))
  }

  give(errand: Errand): void {
    this.batch.push(errand)
    this.waiting++
    if (this.batch.length >= AT_ONCE) this.send()
  }

  send(): void {
    if (this.batch.length > 0) this.worker.postMessage(this.batch)
    this.batch = []
  }

  async stop(): Promise<void> {
    await this.worker.terminate()
  }
}

/** Threads that make the files of a release beside this one, which goes on itself while they have enough to do. */
export class ReleaseThreads {
  private threads: ReleaseThread[] = []
  private wake: () => void = () => undefined
  private idle: NodeJS.Timeout | null = null
  private batch = 0
  private isOpen = false
  private made: Made[] = []
  private readonly dataDir: string
  private readonly blobs: BlobStore
  private readonly code: string

  /** @param code key of the templates that this thread renders with */
  constructor(dataDir: string, blobs: BlobStore, code: string) {
    this.dataDir = dataDir
    this.blobs = blobs
    this.code = code
  }

  /** Starts the threads, as far as they do not run, for a batch of work that is worth it. */
  begin(): void {
    if (this.idle) clearTimeout(this.idle)
    this.batch++
    this.isOpen = true
    this.threads = this.threads.filter((t) => !t.failure)
    const count = Math.max(1, Math.min(MOST_THREADS, availableParallelism() - 1))
    while (this.threads.length < count)
      this.threads.push(
        new ReleaseThread(
          this.dataDir,
          this.code,
          ({ made, written }) => {
            this.made.push(...made)
            this.blobs.take(written)
          },
          () => this.wake(),
        ),
      )
  }

  /** Gives a page away; false when every thread has enough to do and it is faster made here. */
  givePage(path: string, view: string, hash: string): boolean {
    const thread = this.free()
    thread?.give({ kind: 'page', path, view, hash, batch: this.batch })
    return thread !== undefined
  }

  /** Gives a text away to be stored; false when it is faster stored here. */
  giveText(text: string): boolean {
    const thread = this.free()
    thread?.give({ kind: 'text', text })
    return thread !== undefined
  }

  /** Gives away what this thread need not wait for; false outside a batch of work. */
  giveAnyway(errand: Extract<Errand, { kind: 'count' | 'table' }>): boolean {
    if (!this.isOpen) return false
    const [first, ...others] = this.threads
    const least = others.reduce((a, b) => (a && a.waiting <= b.waiting ? a : b), first)
    least?.give(errand)
    return least !== undefined
  }

  /**
   * Waits until everything given away is done, and returns the files that came of it: the end of the batch. Outside
   * of one there are none. Throws what kept a thread from it.
   */
  async finish(): Promise<Made[]> {
    if (!this.isOpen) return []
    for (const thread of this.threads) thread.send()
    while (this.threads.some((t) => t.waiting > 0 && !t.failure))
      await new Promise<void>((resolve) => {
        // Others keep this process alive only while they have something to do here.
        const alive = setInterval(() => undefined, 1000)
        this.wake = () => {
          clearInterval(alive)
          resolve()
        }
      })
    const failed = this.threads.find((t) => t.failure)
    if (failed) throw failed.failure
    this.isOpen = false
    const made = this.made
    this.made = []
    // They end unless they are asked again soon.
    this.idle = setTimeout(() => void this.stop(), IDLE_MS).unref()
    return made
  }

  /** What was given away no longer matters: ends the threads now. Called when a release failed. */
  async stop(): Promise<void> {
    if (this.idle) clearTimeout(this.idle)
    const threads = this.threads
    this.isOpen = false
    this.threads = []
    this.made = []
    await Promise.all(threads.map((t) => t.stop()))
  }

  private free(): ReleaseThread | undefined {
    return this.isOpen ? this.threads.find((t) => t.isReady && t.waiting < MOST_WAITING) : undefined
  }
}
