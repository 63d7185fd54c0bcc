import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Written } from './blobFile.ts'

/** A text to be written with its twins. */
export type Errand = { path: string; text: string; hash: string; name: string }
/** What the writing thread says: what came of the errands that it was given, or why it could not. */
export type Answer = { count: number; written: Written[] }

/** Errands handed over at once: fewer, larger messages. */
const AT_ONCE = 50
/** Errands that may wait before whoever makes them has to: bounds the memory. */
const MOST_WAITING = 1000

/** A thread that compresses and writes texts while this one makes more of them. */
export class BlobWriters {
  private readonly worker = new Worker(fileURLToPath(new URL('./blobWriter.ts', import.meta.url)), {
    execArgv: [],
  })
  private batch: Errand[] = []
  private waiting = 0
  private readonly written: Written[] = []
  private failure: Error | null = null
  private wake: () => void = () => undefined

  constructor() {
    this.worker.on('message', (answer: Answer) => {
      this.waiting -= answer.count
      this.written.push(...answer.written)
      this.wake()
    })
    this.worker.on('error', (error: unknown) => {
      this.failure = error instanceof Error ? error : new Error(String(error))
      this.wake()
    })
  }

  write(errand: Errand): void {
    this.batch.push(errand)
    this.waiting++
    if (this.batch.length >= AT_ONCE) this.send()
  }

  /** Waits while too much is waiting. Throws what kept the thread from writing. */
  async pause(most = MOST_WAITING): Promise<void> {
    while (this.waiting > most) {
      if (this.failure) throw this.failure
      await new Promise<void>((resolve) => {
        this.wake = resolve
      })
    }
    if (this.failure) throw this.failure
  }

  /** Waits until all is written and tells what it was. */
  async finish(): Promise<Written[]> {
    this.send()
    await this.pause(0)
    return this.written
  }

  async stop(): Promise<void> {
    await this.worker.terminate()
  }

  private send(): void {
    if (this.batch.length > 0) this.worker.postMessage(this.batch)
    this.batch = []
  }
}
