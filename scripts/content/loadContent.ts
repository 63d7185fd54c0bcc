import type { Payload } from 'payload'
import { loadGlobals } from '../../cms/src/loading/loadGlobals.ts'
import { loadRecords } from '../../cms/src/loading/loadRecords.ts'
import { type Content, ContentMark } from './contentMark.ts'
import { shippedContent } from './shippedContent.ts'

/**
 * Loads shipped content into a newsroom, once; one that was killed goes on where it stopped. Throws in words when other
 * content is there than was asked for.
 * @param asked null where nothing was asked for
 * @param size cases of the sample where not the shipped number
 */
export async function loadContent(
  payload: Payload,
  asked: Content | null,
  say: (progress: string) => void,
  size?: { cases: number },
): Promise<void> {
  const mark = await ContentMark.read(payload)
  const content = mark.choose(asked)
  if (!content) return
  say('装入内容：准备')
  await mark.begin(content)
  const { tables, settings, synonyms, day } = await shippedContent(content, size)
  const progress = (done: number, of: number) => say(`装入内容：${done} / ${of} 条`)
  await loadRecords(payload, tables, { log: (line) => console.log(line), progress })
  await loadGlobals(payload, { settings, synonyms }, day)
  await mark.finish()
}
