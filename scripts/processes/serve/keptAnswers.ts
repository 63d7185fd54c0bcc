import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** Bytes of all answers that are kept; the one that was asked for longest ago goes first. */
const MOST_BYTES = 32_000_000
/** A larger file is sent as a stream each time. */
const LARGEST = 256_000

/** Headers by which an answer may be another one than the whole file. */
const CONDITIONAL = [
  'range',
  'if-range',
  'if-none-match',
  'if-match',
  'if-modified-since',
  'if-unmodified-since',
]

type Kept = { headers: Record<string, number | string | string[] | undefined>; body: Buffer }

/**
 * Whole answers of files of the live tree, as the library gave them. A tree never changes, so an answer holds as long as
 * its tree is live; those of earlier trees are asked for no more and make room.
 */
export class KeptAnswers {
  private readonly kept = new Map<string, Kept>()
  private readonly coming = new WeakMap<FastifyRequest, string>()
  private bytes = 0
  private readonly most: number

  /** @param most bytes of all answers that are kept */
  constructor(most = MOST_BYTES) {
    this.most = most
  }

  /** Sends the answer that is kept for a request, if there is one. */
  send(request: FastifyRequest, reply: FastifyReply, root: string, file: string): boolean {
    const name = nameOf(request, root, file)
    const known = name && this.kept.get(name)
    if (!name || !known) return false
    this.kept.delete(name)
    this.kept.set(name, known)
    reply.headers(known.headers).send(known.body)
    return true
  }

  /** The library is about to answer a request with a file of the live tree. */
  expect(request: FastifyRequest, root: string, file: string): void {
    const name = nameOf(request, root, file)
    if (name) this.coming.set(request, name)
  }

  /** Takes an answer on its way out, and returns what is to be sent for it. */
  async take(request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> {
    const name = this.coming.get(request)
    const length = Number(reply.getHeader('content-length'))
    if (name === undefined || reply.statusCode !== 200 || !(payload instanceof Readable)) return payload
    if (!(length <= LARGEST)) return payload
    const body = Buffer.concat(await payload.toArray())
    if (body.length === length) this.keep(name, { headers: reply.getHeaders(), body })
    return body
  }

  private keep(name: string, answer: Kept): void {
    this.bytes += answer.body.length - (this.kept.get(name)?.body.length ?? 0)
    this.kept.set(name, answer)
    for (const [oldest, { body }] of this.kept) {
      if (this.bytes <= this.most) break
      this.kept.delete(oldest)
      this.bytes -= body.length
    }
  }
}

/** What the whole answer to a request depends on; null where it may be another one than the whole file. */
function nameOf({ raw: { method, headers } }: FastifyRequest, root: string, file: string): string | null {
  if (method !== 'GET' || CONDITIONAL.some((name) => headers[name] !== undefined)) return null
  return `${root} ${file} ${headers['accept-encoding'] ?? ''}`
}
