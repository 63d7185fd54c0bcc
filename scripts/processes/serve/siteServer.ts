import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { mime } from '@fastify/send'
import staticFiles from '@fastify/static'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { KeptAnswers } from './keptAnswers.ts'
import { type PublicPath, readPublicPath } from './publicPath.ts'
import { PublicTree } from './publicTree.ts'

const ALWAYS = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "frame-ancestors 'self'",
  'referrer-policy': 'no-referrer',
}
/** Open data may be read by the pages of any other site. */
const OPEN = { 'access-control-allow-origin': '*' }
const HASHED = 'public, max-age=31536000, immutable'
/** It stands beside the tree, not in it. */
const NOTE = 'release.json'
/** A photo that is withdrawn must not stay on the way to readers: a day at most. */
const PHOTO = 'public, max-age=86400'
/** Browsers ask for the sign of the tab with every address, also where no page is loaded: it may be a day old. */
const ICON = { file: 'icon.svg', kept: 'public, max-age=86400' }

mime.define({ 'application/x-ndjson; charset=utf-8': ['ndjson'] }, true)

/**
 * The server of the public side. Each request finds out once which tree is public and is answered from that tree
 * alone: its folders never change, so a switch in between changes nothing of the answer. Encodings, ranges, types and
 * ETags are the library's.
 * @param mostKept bytes of answers that are kept in memory
 */
export function siteServer(dataDir: string, mostKept?: number): FastifyInstance {
  const tree = new PublicTree(dataDir)
  const kept = new KeptAnswers(mostKept)
  const server = fastify({
    logger: false,
    exposeHeadRoutes: false,
    frameworkErrors: (_error, _request, reply) => plain(reply, 400, '网址写得不对。'),
  })
  server.register(staticFiles, {
    serve: false,
    preCompressed: true,
    index: false,
    dotfiles: 'deny',
    cacheControl: false,
    lastModified: false,
    setHeaders: (reply) => {
      // Size and time of a blob come from its bytes, so the tag is a strong one.
      reply.header('etag', String(reply.getHeader('etag')).replace(/^W\//, ''))
    },
  })
  server.addHook('onSend', (request, reply, payload) => kept.take(request, reply, payload))
  server.route({
    method: ['GET', 'HEAD'],
    url: '*',
    handler: async (request, reply) => {
      await answer({ tree, kept }, request, reply)
      return reply
    },
  })
  server.setNotFoundHandler(async (request, reply) => {
    if (request.method === 'GET' || request.method === 'HEAD')
      await answerAgain({ tree, kept }, request, reply)
    else plain(reply.header('allow', 'GET, HEAD'), 405, '这里只能读取。')
    return reply
  })
  server.setErrorHandler(
    (error: { statusCode?: number; headers?: Record<string, string> }, request, reply) => {
      if (error.statusCode === 416)
        return plain(reply.headers(error.headers ?? {}), 416, '要的那一段超出了文件。')
      if (error.statusCode === 412) return plain(reply, 412, '文件已经变了。')
      console.error(`${request.method} ${request.url}：`, error)
      return plain(reply, 500, '暂时打不开这一页，请稍后再试。')
    },
  )
  return server
}

/** Requests whose file went while it was being opened: its earlier tree was tidied away. They get one more try. */
const triedAgain = new WeakSet<FastifyRequest>()

/** What requests are answered from. */
type Answers = { tree: PublicTree; kept: KeptAnswers }

async function answerAgain(from: Answers, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (triedAgain.has(request)) return missing(from.tree.root(), reply)
  triedAgain.add(request)
  return answer(from, request, reply)
}

async function answer({ tree, kept }: Answers, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const root = tree.root()
  if (root === null) return plain(reply.header('retry-after', '5'), 503, '第一个版本还在生成，请稍后再来。')
  const url = request.raw.url ?? '/'
  const asked = readPublicPath(url.split('?', 1)[0] ?? '/')
  if (!asked) return missing(root, reply)
  if (asked.file !== NOTE && kept.send(request, reply, root, asked.file)) return
  const from = await rootOf(tree, root, asked)
  if (from) {
    if (from === root) kept.expect(request, root, asked.file)
    // The library compares its own weak form of the tag.
    const { headers } = request.raw
    const tag = headers['if-range']
    if (typeof tag === 'string' && tag.startsWith('"')) headers['if-range'] = `W/${tag}`
    reply.headers({
      ...ALWAYS,
      ...(asked.file.startsWith('data/') ? OPEN : {}),
      'cache-control': keptFor(asked),
    })
    reply.sendFile(asked.file, from)
  } else if (await tree.has(root, `${asked.file}/index.html`)) {
    plain(reply.header('location', folderAddress(url)), 301, '')
  } else await missing(root, reply)
}

function keptFor({ file, isHashed }: PublicPath): string {
  if (file === ICON.file) return ICON.kept
  if (file.startsWith('media/')) return PHOTO
  return isHashed ? HASHED : 'no-cache'
}

/** The folder from which a request is answered, or null where no tree has its file. */
async function rootOf(tree: PublicTree, live: string, asked: PublicPath): Promise<string | null> {
  const first = asked.file === NOTE ? tree.noteRoot() : live
  if (first && (await tree.has(first, asked.file))) return first
  if (!asked.keptFromEarlier) return null
  for (const root of await tree.earlierRoots(asked.showsRecords))
    if (await tree.has(root, asked.file)) return root
  return null
}

/** The site's own page for what is not there, whole and never a part of it. */
async function missing(root: string | null, reply: FastifyReply): Promise<void> {
  const page = root && (await readFile(path.join(root, '404.html')).catch(() => null))
  if (!page) return plain(reply, 404, '没有这一页。')
  reply
    .code(404)
    .headers({ ...ALWAYS, 'cache-control': 'no-cache', 'content-type': 'text/html; charset=utf-8' })
    .send(page)
}

/** Relative, so that it holds behind any path in front of this server. */
function folderAddress(url: string): string {
  const [path = '', query] = url.split('?', 2)
  return `./${path.slice(path.lastIndexOf('/') + 1)}/${query === undefined ? '' : `?${query}`}`
}

function plain(reply: FastifyReply, status: number, sentence: string): void {
  reply
    .code(status)
    .headers({ ...ALWAYS, 'cache-control': 'no-store', 'content-type': 'text/plain; charset=utf-8' })
    .send(sentence)
}
