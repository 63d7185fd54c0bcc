const KB = 1024
const MB = 1024 * KB

/** How large a body may be, in bytes. */
export const LARGEST = { withoutSession: 64 * KB, record: 2 * MB, photo: 30 * MB, workbook: 61 * MB } as const

/** Names of the bounds as a person says them. */
export const inUnits = (bytes: number): string => (bytes >= MB ? `${bytes / MB} MB` : `${bytes / KB} kB`)

/**
 * Reads a body up to a bound; null when it is larger, by what its length says or while it is read, and then the rest is
 * never taken in.
 */
export async function readBody(request: Request, most: number): Promise<Uint8Array | null> {
  const declared = Number(request.headers.get('content-length') ?? 0)
  if (declared > most) {
    await request.body?.cancel().catch(() => {})
    return null
  }
  if (!request.body) return new Uint8Array()
  const parts: Uint8Array[] = []
  let size = 0
  const reader = request.body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return Buffer.concat(parts)
    size += value.byteLength
    if (size > most) {
      await reader.cancel().catch(() => {})
      return null
    }
    parts.push(value)
  }
}
