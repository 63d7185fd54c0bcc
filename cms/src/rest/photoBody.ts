import { refuse } from '../hooks/refuse.ts'
import { photoLook } from '../photos/photoMasks.ts'
import { rememberRedrawn } from '../photos/redrawnPhotos.ts'
import { redrawPhoto } from '../photos/redrawPhoto.ts'

/**
 * The body of an upload with its photo drawn anew, before Payload is asked to keep it: Payload takes the writer first
 * and looks at the file then, and everybody else would wait for the drawing. What whoever uploads it has drawn over is
 * painted over first. Throws in words what is no photo, and where nobody says to have looked at it.
 */
export async function withRedrawnPhoto(request: Request): Promise<Request> {
  const form = await request.formData().catch(() => refuse('上传的内容读不出来：请再传一次'))
  const file = form.get('file')
  if (!(file instanceof File)) return again(request, form)
  const { masks } = lookOf(form)
  const { data, name } = await redrawPhoto(Buffer.from(await file.arrayBuffer()), masks ?? [])
  rememberRedrawn(name, file.name)
  form.set('file', new File([new Uint8Array(data)], name, { type: 'image/webp' }))
  return again(request, form)
}

/** What whoever uploads the photo says of faces, plates and papers in it. */
function lookOf(form: FormData) {
  const look = photoLook.safeParse(JSON.parse(String(form.get('_payload') ?? '{}')))
  return look.success ? look.data : refuse(look.error.issues[0]?.message as string)
}

function again(request: Request, form: FormData): Request {
  const headers = new Headers(request.headers)
  headers.delete('content-type')
  headers.delete('content-length')
  return new Request(request.url, { method: request.method, headers, body: form })
}
