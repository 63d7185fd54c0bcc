import type { FileHandle } from 'node:fs/promises'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { acceptsEncoding, mediaTypeOf, type PublicPath, readPublicPath } from './publicPath.ts'
import { type OpenFile, PublicTree } from './publicTree.ts'

/** Larger files are streamed, in bytes. */
const READ_WHOLE_BELOW = 1_000_000
const ALWAYS = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "frame-ancestors 'self'",
  'referrer-policy': 'no-referrer',
}
const HASHED = 'public, max-age=31536000, immutable'

/**
 * The server of the public side. Each request finds out once which tree is public and answers from that tree alone,
 * from a file that is opened once: a switch in between changes nothing of the answer.
 */
export function siteServer(dataDir: string): FastifyInstance {
  const tree = new PublicTree(dataDir)
  const server = fastify({
    logger: false,
    exposeHeadRoutes: false,
    frameworkErrors: (_error, _request, reply) => plain(reply, 400, '网址写得不对。'),
  })
  server.route({
    method: ['GET', 'HEAD'],
    url: '*',
    handler: (request, reply) => answer(tree, request, reply),
  })
  server.setNotFoundHandler((_request, reply) =>
    plain(reply.header('allow', 'GET, HEAD'), 405, '这里只能读取。'),
  )
  server.setErrorHandler((error, request, reply) => {
    console.error(`${request.method} ${request.url}：`, error)
    return plain(reply, 500, '暂时打不开这一页，请稍后再试。')
  })
  return server
}

async function answer(tree: PublicTree, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const root = await tree.root()
  if (root === null) return plain(reply.header('retry-after', '5'), 503, '第一个版本还在生成，请稍后再来。')
  const url = request.raw.url ?? '/'
  const asked = readPublicPath(url.split('?', 1)[0] ?? '/')
  const accepts = (encoding: string) => acceptsEncoding(request.headers['accept-encoding'], encoding)
  if (asked?.file === 'release.json') {
    const note = await tree.openReleaseNote()
    if (note) return send(request, reply.code(200), asked.file, note, 'no-cache')
  }
  if (asked) {
    const found = (await tree.open(root, asked.file, accepts)) ?? (await fromEarlier(tree, asked, accepts))
    if (found) return send(request, reply.code(200), asked.file, found, asked.isHashed ? HASHED : 'no-cache')
    const index = await tree.open(root, `${asked.file}/index.html`, () => false)
    if (index) {
      await index.handle.close()
      return plain(reply.header('location', folderAddress(url)), 301, '')
    }
  }
  const missing = await tree.open(root, '404.html', accepts)
  return missing
    ? send(request, reply.code(404), '404.html', missing, 'no-cache')
    : plain(reply, 404, '没有这一页。')
}

async function fromEarlier(
  tree: PublicTree,
  asked: PublicPath,
  accepts: (encoding: string) => boolean,
): Promise<OpenFile | null> {
  if (!asked.keptFromEarlier) return null
  for (const root of await tree.earlierRoots(asked.showsRecords)) {
    const found = await tree.open(root, asked.file, accepts)
    if (found) return found
  }
  return null
}

/** Relative, so that it holds behind any path in front of this server. */
function folderAddress(url: string): string {
  const [path = '', query] = url.split('?', 2)
  return `./${path.slice(path.lastIndexOf('/') + 1)}/${query === undefined ? '' : `?${query}`}`
}

async function send(
  request: FastifyRequest,
  reply: FastifyReply,
  file: string,
  found: OpenFile,
  cache: string,
): Promise<unknown> {
  reply.headers({ ...ALWAYS, etag: found.etag, 'cache-control': cache, vary: 'Accept-Encoding' })
  const known = request.headers['if-none-match']
  if (
    reply.statusCode === 200 &&
    known?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === found.etag)
  ) {
    await found.handle.close()
    return reply.code(304).send()
  }
  reply.headers({ 'content-type': mediaTypeOf(file), 'content-length': found.size })
  if (found.encoding) reply.header('content-encoding', found.encoding)
  if (request.method === 'HEAD') {
    await found.handle.close()
    return reply.send()
  }
  return reply.send(
    found.size < READ_WHOLE_BELOW ? await readWhole(found.handle) : found.handle.createReadStream(),
  )
}

async function readWhole(handle: FileHandle): Promise<Buffer> {
  try {
    return await handle.readFile()
  } finally {
    await handle.close()
  }
}

function plain(reply: FastifyReply, status: number, sentence: string): FastifyReply {
  return reply
    .code(status)
    .headers({ ...ALWAYS, 'cache-control': 'no-store', 'content-type': 'text/plain; charset=utf-8' })
    .send(sentence)
}
