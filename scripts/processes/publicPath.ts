/** What a request's path asks for: a file of the tree, or nothing that can be there. */
export type PublicPath = {
  file: string
  /** The name changes whenever the content does. */
  isHashed: boolean
  /** Open tabs may still ask for it after a switch. */
  keptFromEarlier: boolean
  /** It shows records: earlier versions must go when a record is withdrawn. */
  showsRecords: boolean
}

/**
 * Reads the path of a request (still percent-encoded, without query).
 * @returns null for what is never served: broken encoding, dotfiles, steps upwards, compressed twins by name
 */
export function readPublicPath(raw: string): PublicPath | null {
  const decoded = decode(raw)
  if (decoded === null || !decoded.startsWith('/') || /[\0\\]/.test(decoded)) return null
  const file = decoded.endsWith('/') ? `${decoded.slice(1)}index.html` : decoded.slice(1)
  if (file.split('/').some((part) => part === '' || part.startsWith('.'))) return null
  if (/\.(br|gz)$/.test(file)) return null
  const isAsset = file.startsWith('_astro/')
  const isSearch = /^search\/[^/]+\//.test(file)
  const isMedia = file.startsWith('media/')
  return {
    file,
    isHashed: isAsset || isSearch || isMedia,
    keptFromEarlier: isAsset || isSearch,
    showsRecords: isSearch || isMedia,
  }
}

function decode(raw: string): string | null {
  try {
    return decodeURIComponent(raw)
  } catch {
    return null
  }
}

/** Whether `Accept-Encoding` allows an encoding; `q=0` forbids it. */
export function acceptsEncoding(header: string | undefined, encoding: string): boolean {
  const wanted = (header ?? '').split(',').map((part) => {
    const [name = '', ...parameters] = part.split(';').map((word) => word.trim().toLowerCase())
    const q = parameters.find((parameter) => parameter.startsWith('q='))
    return { name, q: q === undefined ? 1 : Number(q.slice(2)) }
  })
  const named = wanted.find(({ name }) => name === encoding) ?? wanted.find(({ name }) => name === '*')
  return named !== undefined && named.q > 0
}

const TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  ndjson: 'application/x-ndjson; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  svg: 'image/svg+xml',
  webp: 'image/webp',
  png: 'image/png',
  jpg: 'image/jpeg',
  ico: 'image/x-icon',
  wasm: 'application/wasm',
  woff2: 'font/woff2',
  pdf: 'application/pdf',
}

/** Media type by the ending of a name; unknown endings are bytes. */
export function mediaTypeOf(file: string): string {
  return TYPES[file.slice(file.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream'
}
