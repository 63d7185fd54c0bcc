import { APIError, type Payload } from 'payload'
import { asOneCaller } from '../caller.ts'
import { DATABASE_AWAY } from '../databaseErrors.ts'
import { withSaid } from '../told/withSaid.ts'
import { mustChangePassword, OWN_PASSWORD_FIRST } from '../users/mustChangePassword.ts'
import { inWords, refusal } from './answers.ts'
import { inUnits, LARGEST, readBody } from './boundedBody.ts'
import { boundQuery } from './boundedQuery.ts'
import { deletedToBin } from './deletedToBin.ts'
import { closedDoor, doorOf, isOpen, leadsToOwnAccount } from './doors.ts'
import { hasPaddedId, isKnownAddress } from './knownAddress.ts'
import { refuseLogin } from './login.ts'
import { withRedrawnPhoto } from './photoBody.ts'
import { withPlainBody } from './plainBody.ts'
import { repeated } from './repeated.ts'
import { restoredTable, tellRestored } from './restored.ts'
import { type Asker, whoAsks } from './whoAsks.ts'

export type Handle<Rest extends unknown[]> = (request: Request, ...rest: Rest) => Promise<Response>

/**
 * Everything that is asked of the newsroom over REST comes through here, before Payload and its one writer are reached:
 * who asks, whether there is such a door, how much is sent and asked for. Answers in words, also for faults, and repeats
 * a write of which the database kept nothing.
 */
export function newsroomRest<Rest extends unknown[]>(
  open: () => Promise<Payload>,
  handle: Handle<Rest>,
): Handle<Rest> {
  return async (request, ...rest) => {
    try {
      const payload = await open()
      const asker = await whoAsks(payload, request.headers)
      const prepared = await prepare(payload, request, asker)
      if (prepared instanceof Response) return prepared
      let known: Asker | null = asker
      const attempt = async (again: Request) => {
        // A database that came back may have another answer than before.
        const now = known ?? (await whoAsks(payload, again.headers))
        known = null
        if (now === 'unknown') return refusal(503, DATABASE_AWAY)
        return asOneCaller(() => handle(again, ...rest), now !== 'nobody')
      }
      const answer = await withSaid(await inWords(await repeated(prepared, attempt)))
      const table = restoredTable(prepared)
      return unkept(prepared, table ? await tellRestored(payload, table, answer) : answer)
    } catch (error) {
      if (error instanceof APIError) return refusal(error.status, error.message)
      throw error
    }
  }
}

/** The request as Payload may see it, or the answer where it may not. Nothing in here takes the writer. */
async function prepare(payload: Payload, given: Request, asker: Asker): Promise<Request | Response> {
  const closed = closedDoor(given)
  if (closed) return refusal(403, closed)
  if (asker === 'unknown') return refusal(503, DATABASE_AWAY)
  if (asker === 'nobody' && !isOpen(given)) return refusal(401, '请先登录')
  if (asker !== 'nobody' && mustChangePassword(asker.user) && !leadsToOwnAccount(given, asker.user))
    return refusal(403, OWN_PASSWORD_FIRST)

  const isUpload = given.method === 'POST' && doorOf(given) === 'media'
  const isWorkbook = given.method === 'POST' && doorOf(given) === 'import-files'
  const largest = isUpload ? LARGEST.photo : isWorkbook ? LARGEST.workbook : LARGEST.record
  const most = asker === 'nobody' ? LARGEST.withoutSession : largest
  const body = await readBody(given, most)
  if (!body) return refusal(413, `内容太大，没有保存：最多 ${inUnits(most)}`)
  const plain = await plainRequest(given, body)
  if (plain instanceof Response) return plain
  const request = await deletedToBin(plain)
  const url = new URL(request.url)
  if (asker === 'nobody') url.search = ''
  if (hasPaddedId(payload, url)) return refusal(400, '网址里的编号前面不能有 0')
  if (!isKnownAddress(payload, url, request.method)) return refusal(404, '没有这一条')
  const wrong = boundQuery(payload, url, request.method !== 'GET')
  if (wrong) return refusal(400, wrong)
  // The version that is brought back is stored as it is answered: never in a shape that the caller chose.
  if (request.method === 'POST' && /\/versions\/[^/]+\/*$/i.test(url.pathname)) {
    withoutShape(url)
    // What is brought back is looked at before readers see it.
    if (restoredTable(request)) url.searchParams.set('draft', 'true')
  }
  const asked = new Request(url, request)
  if (doorOf(asked) === 'users/login') return (await refuseLogin(payload, asked.clone())) ?? asked
  return isUpload && isForm(asked) ? withRedrawnPhoto(asked) : asked
}

/** Nothing that the newsroom says is kept on the way or left on a computer; a photo is asked for again each time. */
function unkept(request: Request, answer: Response): Response {
  const headers = new Headers(answer.headers)
  headers.set('cache-control', doorOf(request).startsWith('media/file/') ? 'private, no-cache' : 'no-store')
  return new Response(answer.body, { status: answer.status, headers })
}

const isForm = ({ headers }: Request) =>
  headers.get('content-type')?.startsWith('multipart/form-data') === true

function withoutShape(url: URL): void {
  for (const name of [...url.searchParams.keys()])
    if (/^(select|populate|joins|depth)\b/.test(name)) url.searchParams.delete(name)
}

/** The request with its body in hand. A query that comes as the body of a POST becomes the query that it stands for. */
async function plainRequest(given: Request, body: Uint8Array): Promise<Request | Response> {
  const headers = new Headers(given.headers)
  const override = headers.get('x-payload-http-method-override') ?? headers.get('x-http-method-override')
  const type = headers.get('content-type') ?? ''
  for (const name of ['x-payload-http-method-override', 'x-http-method-override', 'content-length'])
    headers.delete(name)
  if (given.method === 'POST' && override === 'GET') {
    if (!type.startsWith('application/x-www-form-urlencoded'))
      return refusal(415, '用 POST 查询时，查询要写成 application/x-www-form-urlencoded')
    headers.delete('content-type')
    return new Request(`${given.url.split('?')[0]}?${Buffer.from(body).toString('utf8')}`, { headers })
  }
  const { method, url } = given
  if (!['POST', 'PATCH', 'PUT', 'DELETE'].includes(method)) return new Request(url, { method, headers })
  if (body.byteLength > 0) return withPlainBody(new Request(url, { method, headers }), body)
  // Payload stumbles over a write that brings nothing at all.
  headers.set('content-type', 'application/json')
  return new Request(url, { method, headers, ...(method === 'DELETE' ? {} : { body: '{}' }) })
}
