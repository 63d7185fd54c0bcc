// A newsroom's REST in a process of its own, to be killed. Says `{port}` when it answers.
import { createServer } from 'node:http'
import { handleEndpoints } from 'payload'
import { openPayload } from '../../../cms/src/openPayload.ts'
import { newsroomRest } from '../../../cms/src/rest/newsroomRest.ts'

const payload = await openPayload()
payload.logger.level = 'silent'
// What the suite must notice: a newsroom that writes without transactions.
if (process.argv.includes('--without-transactions')) payload.db.beginTransaction = async () => null

const handle = newsroomRest(
  async () => payload,
  (request) => handleEndpoints({ config: payload.config, request }),
)

const server = createServer(async (request, response) => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const answer = await handle(
    new Request(`http://127.0.0.1${request.url}`, {
      method: request.method ?? 'GET',
      headers: request.headers as Record<string, string>,
      ...(chunks.length > 0 ? { body: Buffer.concat(chunks) } : {}),
    }),
  )
  response.writeHead(answer.status, { 'content-type': 'application/json' })
  response.end(await answer.text())
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.send?.({ port: typeof address === 'object' ? address?.port : null })
})
process.on('disconnect', () => process.exit(0))
