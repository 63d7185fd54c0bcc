import { LoadFailed } from '#domain/search/index/load'
import { fetchPiece } from './fetchPiece.ts'

/** A text worth an excerpt is at least so long, and Chinese. */
const TEXT = /\p{Script=Han}.{6,}/u
/** Fields that are not what a record says of its matter. */
const NOT_TEXTS = new Set(['title', 'changeNote', 'name', 'fullName'])

/**
 * The published texts of a record, read from the file beside its page.
 * @param path address of the page
 * @throws LoadFailed when it does not come whole
 */
export async function recordTexts(path: string): Promise<string[]> {
  const file = path.replace(/\.html$/, '.json')
  const bytes = await fetchPiece(file)
  try {
    return textsIn(JSON.parse(new TextDecoder().decode(bytes)))
  } catch (error) {
    throw new LoadFailed(file, String(error))
  }
}

/** Every text in a record, in its order, without titles and names. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return TEXT.test(value) ? [value] : []
  if (Array.isArray(value)) return value.flatMap(textsIn)
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([field, held]) => (NOT_TEXTS.has(field) ? [] : textsIn(held)))
}
