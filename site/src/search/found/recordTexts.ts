import { LoadFailed } from '#domain/search/index/load'
import { readable } from '../traditional.ts'
import { fetchPiece } from './fetchPiece.ts'
import { textsIn } from './textsIn.ts'

/**
 * The published texts of a record, read from the file beside its page.
 * @param path address of the page
 * @throws LoadFailed when it does not come whole
 */
export async function recordTexts(path: string): Promise<string[]> {
  const file = path.replace(/\.html$/, '.json')
  const bytes = await fetchPiece(file)
  try {
    const texts = textsIn(JSON.parse(new TextDecoder().decode(bytes)))
    await readable(...texts)
    return texts
  } catch (error) {
    throw new LoadFailed(file, String(error))
  }
}
