import type { Tree } from '../tree.ts'
import { excerptOf } from './marking.ts'
import { recordTexts } from './recordTexts.ts'

/** Parts of records' texts by their addresses, kept while the page is open. */
const known = new Map<string, Promise<readonly string[]>>()

/**
 * The part of a record's text that shows the asked words. A record whose text does not come says so in its place.
 * @param path address of the record's page
 */
export async function excerptFor(path: string, marks: readonly string[]): Promise<readonly Tree[]> {
  let texts = known.get(path)
  if (!texts) {
    texts = recordTexts(path)
    known.set(path, texts)
    texts.catch(() => known.delete(path))
  }
  try {
    return excerptOf(await texts, marks) ?? []
  } catch {
    return ['这一条的原文没有打开，点题目可以看。']
  }
}
