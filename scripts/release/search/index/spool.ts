import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import type { SearchDocument } from '#domain/search/document'

/** Bytes that are gathered before they are written. */
const AT_ONCE = 1 << 20

/** Records put aside in a file, to be read again in another order: a hundred thousand are never in memory at once. */
export class Spool {
  private readonly path: string
  private readonly handle: number
  private readonly starts: number[] = [0]
  private waiting: Buffer[] = []
  private waitingBytes = 0
  private written = 0

  constructor(path: string) {
    this.path = path
    this.handle = openSync(path, 'w+')
  }

  get length(): number {
    return this.starts.length - 1
  }

  put(document: SearchDocument): void {
    const bytes = Buffer.from(JSON.stringify(document))
    this.waiting.push(bytes)
    this.waitingBytes += bytes.length
    this.starts.push((this.starts.at(-1) as number) + bytes.length)
    if (this.waitingBytes >= AT_ONCE) this.flush()
  }

  /** The record that was put in at a place. */
  get(place: number): SearchDocument {
    this.flush()
    const [from, to] = [this.starts[place] as number, this.starts[place + 1] as number]
    const bytes = Buffer.alloc(to - from)
    readSync(this.handle, bytes, 0, bytes.length, from)
    return JSON.parse(bytes.toString('utf8')) as SearchDocument
  }

  /** Takes the file away. */
  drop(): void {
    closeSync(this.handle)
    rmSync(this.path)
  }

  private flush(): void {
    if (this.waitingBytes === 0) return
    const bytes = Buffer.concat(this.waiting)
    for (let at = 0; at < bytes.length; )
      at += writeSync(this.handle, bytes, at, bytes.length - at, this.written + at)
    this.written += bytes.length
    this.waiting = []
    this.waitingBytes = 0
  }
}
