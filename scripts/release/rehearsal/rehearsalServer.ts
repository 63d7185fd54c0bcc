import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { askedRehearsal } from '#domain/published/rehearsal'
import type { Store } from '../store/store.ts'
import { CannotRehearse, NotNow, type RehearsalDesk } from './rehearsalDesk.ts'

/** A row with everything in it is far smaller. */
const LARGEST_BODY = 4_000_000

/** What pages need beside them. */
const TYPES: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  webp: 'image/webp',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
}

type Given = {
  desk: RehearsalDesk
  store: Store
  mediaDir: string
  log: (line: string) => void
  /** Called whenever something is asked. */
  used: () => void
}

/**
 * The rehearsal's own HTTP, for the newsroom alone: `GET /ready`, `POST /rehearsals`, and
 * `GET /pages/<token>/<path>` with the asker in `x-owner`. One question is answered after the other.
 */
export function rehearsalServer(o: Given): Server {
  let turn: Promise<void> = Promise.resolve()
  return createServer((request, response) => {
    o.used()
    turn = turn
      .then(async () => {
        // Who has gone meanwhile gets no answer.
        await setImmediate()
        if (response.destroyed) return
        await answer(request, response, o).catch((error: unknown) => fail(response, error, o.log))
      })
      // A fault that could not even be told ends this question alone: the next one has its turn.
      .catch(() => void response.destroy())
  })
}

async function answer(request: IncomingMessage, response: ServerResponse, o: Given): Promise<void> {
  const [, door, token = '', ...steps] = (request.url ?? '').split('/')
  if (door === 'ready') return send(response, 200, 'application/json', '{}')
  if (door === 'rehearsals' && request.method === 'POST') {
    const asked = askedRehearsal.parse(JSON.parse(await bodyOf(request)))
    return send(response, 200, 'application/json', JSON.stringify(o.desk.answer(asked)))
  }
  if (door !== 'pages') return send(response, 404, 'text/plain', '')
  const at = steps.map(decodeURIComponent).join('/')
  const owner = String(request.headers['x-owner'] ?? '')
  const shown = await o.desk.show(token, owner, at)
  if (shown === undefined) return send(response, 410, 'text/plain', '')
  if (shown !== null && 'html' in shown) return send(response, 200, 'text/html; charset=utf-8', shown.html)
  const type = TYPES[path.extname(at).slice(1)]
  if (shown && type) return send(response, 200, type, o.store.blobs.read(shown.blob))
  const photo = o.desk.photosOf(token, owner).find((file) => at === `media/${file}`)
  if (photo) return send(response, 200, 'image/webp', readFileSync(path.join(o.mediaDir, photo)))
  send(response, 404, 'text/plain', '')
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of request) {
    size += (piece as Buffer).length
    if (size > LARGEST_BODY) throw new CannotRehearse('内容太大，不能预演')
    pieces.push(piece as Buffer)
  }
  return Buffer.concat(pieces).toString('utf8')
}

function fail(response: ServerResponse, error: unknown, log: (line: string) => void): void {
  const status = error instanceof NotNow ? 503 : error instanceof CannotRehearse ? 422 : 500
  if (status === 500)
    log(`没有预演成：${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
  const words =
    status === 500 ? '预演出了错：请再试一次，还不行请管理员看日志 rehearsal' : (error as Error).message
  send(response, status, 'application/json', JSON.stringify({ message: words }))
}

function send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.writeHead(status, { 'content-type': type }).end(body)
}
