import { refuse } from '../hooks/refuse.ts'
import { rememberRedrawn } from '../photos/redrawnPhotos.ts'
import { redrawPhoto } from '../photos/redrawPhoto.ts'

/**
 * The body of an upload with its photo drawn anew, before Payload is asked to keep it: Payload takes the writer first
 * and looks at the file then, and everybody else would wait for the drawing. Throws in words what is no photo.
 */
export async function withRedrawnPhoto(request: Request): Promise<Request> {
  const form = await request.formData().catch(() => refuse('上传的内容读不出来：请再传一次'))
  const file = form.get('file')
  if (!(file instanceof File)) return again(request, form)
  const { data, name } = await redrawPhoto(Buffer.from(await file.arrayBuffer()))
  rememberRedrawn(name, file.name)
  form.set('file', new File([new Uint8Array(data)], name, { type: 'image/webp' }))
  return again(request, form)
}

function again(request: Request, form: FormData): Request {
  const headers = new Headers(request.headers)
  headers.delete('content-type')
  headers.delete('content-length')
  return new Request(request.url, { method: request.method, headers, body: form })
}
