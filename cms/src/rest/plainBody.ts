import { refuse } from '../hooks/refuse.ts'

/**
 * The request with a body that has one reading only: JSON of one object, or a form with one such object in its part
 * `_payload` and perhaps a file. Forms are written anew, because Payload's reader takes forms that this one does not and
 * would find other data in them. Throws in words (400, or 415 for other kinds) what is neither.
 */
export async function withPlainBody(request: Request, body: Uint8Array): Promise<Request> {
  const headers = new Headers(request.headers)
  const kind = (headers.get('content-type')?.split(';')[0] ?? '').trim().toLowerCase()
  const { method, url } = request
  headers.delete('content-type')
  if (kind === 'application/json') {
    if (!isObject(new TextDecoder().decode(body))) refuse('内容不是 JSON 对象：请检查写法')
    headers.set('content-type', 'application/json')
    return new Request(url, { method, headers, body: new Uint8Array(body) })
  }
  if (kind !== 'multipart/form-data') refuse('内容要写成 JSON（content-type: application/json）', 415)
  return new Request(url, { method, headers, body: await readForm(request, body) })
}

async function readForm({ headers }: Request, body: Uint8Array): Promise<FormData> {
  const type = headers.get('content-type') ?? ''
  const answer = new Response(new Uint8Array(body), { headers: { 'content-type': type } })
  const form = await answer.formData().catch(() => refuse('表单的内容读不出来，没有保存：请再试一次'))
  const given = form.getAll('_payload')
  const files = form.getAll('file')
  if (given.length > 1 || files.length > 1) refuse('表单里同一项写了两次，没有保存')
  const [data] = given
  if (data !== undefined && !(typeof data === 'string' && isObject(data)))
    refuse('表单里的 _payload 不是 JSON 对象：请检查写法')
  const [file] = files
  if (data === undefined && !(file instanceof File)) refuse('表单里没有内容：没有保存')
  return form
}

function isObject(text: string): boolean {
  try {
    const value = JSON.parse(text) as unknown
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch {
    return false
  }
}
