import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import proxyAddr from '@fastify/proxy-addr'

/** Where the newsroom reads who the client is; whatever a client sends there itself is replaced. */
export const CLIENT_HEADER = 'x-shaoxiang-client'
/** A proxy of ours stands on this machine or in a private network; what any other peer says of its client is not believed. */
const isOurs = proxyAddr.compile(['loopback', 'linklocal', 'uniquelocal'])

const MB = 1024 * 1024
/** The largest body that an address takes, in bytes: photos, workbooks, and all others. Smaller bounds stand with each address. */
const LARGEST = { media: 31 * MB, 'import-files': 62 * MB, other: 3 * MB, withoutSession: MB / 16 }
/** Next falls over any other. */
const METHODS = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE']
/** How long a whole request may take to come in, in milliseconds. */
const LONGEST_REQUEST_MS = 120_000

/**
 * The server around the admin and its REST: says who the client is, which Next's handlers cannot see, and takes in no
 * body that no address would take.
 * @param handle answers a request
 */
export function newsroomServer(handle: RequestListener): Server {
  const server = createServer((request, response) => {
    const { method = '', url = '' } = request
    if (!METHODS.includes(method)) {
      response.setHeader('allow', METHODS.join(', '))
      return turnAway(response, 405, `这里没有 ${method} 这种请求。`)
    }
    if (!url.startsWith('/')) return end(response, 400, '地址要以 / 开头。')
    if (!isReadable(url)) return end(response, 400, '地址写得不对：% 后面要有两位编码，请检查。')
    const { authorization, cookie = '' } = request.headers
    const mayBeSignedIn = authorization !== undefined || cookie.includes('payload-token=')
    const most = mayBeSignedIn ? LARGEST[takenIn(url)] : LARGEST.withoutSession
    const { 'content-length': length, 'transfer-encoding': pieces } = request.headers
    // What comes to the interface is counted while it is read; the pages of the admin are always told how much comes.
    if (pieces !== undefined && !/^\/api\//i.test(url))
      return turnAway(response, 411, '请求要写明内容有多长。')
    if (Number(length ?? 0) > most) return turnAway(response, 413, '内容太大，没有保存。')
    request.headers[CLIENT_HEADER] = clientOf(request)
    // Next gives the nonce that it finds in the request to every script that it writes.
    const policy = policyOf(randomBytes(16).toString('base64'))
    request.headers['content-security-policy'] = policy
    response.setHeader('content-security-policy', policy)
    handle(request, response)
  })
  server.requestTimeout = LONGEST_REQUEST_MS
  return server
}

/**
 * What the admin may load and run: its own files, and scripts of its own pages by their nonce. Styles stand inline
 * everywhere in it.
 */
function policyOf(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join('; ')
}

/** Whether an address can be decoded; Next's router falls over one that cannot. */
function isReadable(url: string): boolean {
  try {
    decodeURIComponent(url.split('?')[0] ?? '')
    return true
  } catch {
    return false
  }
}

/** What an address takes in: files of one kind, or nothing large. */
function takenIn(url: string): 'media' | 'import-files' | 'other' {
  const [, door] = /^\/api\/(media|import-files)\/?(\?|$)/.exec(url) ?? []
  return (door as 'media' | 'import-files' | undefined) ?? 'other'
}

/** The address of whoever asks: the socket's, or what a proxy of ours says of it. */
export function clientOf(request: IncomingMessage): string {
  return proxyAddr(request, isOurs)
}

/** Answers without reading what is still coming. */
function turnAway(response: Parameters<RequestListener>[1], status: number, words: string): void {
  response.setHeader('connection', 'close')
  end(response, status, words)
}

function end(response: Parameters<RequestListener>[1], status: number, words: string): void {
  const headers = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }
  response.writeHead(status, headers).end(JSON.stringify({ errors: [{ message: words }] }))
}
