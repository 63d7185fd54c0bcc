import { learnTraditional } from '#domain/otherForms'
import { needsTraditional } from '#domain/search/words/traditionalIn'
import type { Traditional } from '#domain/traditional'
import { runScript } from './scriptFile.ts'
import { addressOf } from './siteRoot.ts'

export type TraditionalHolder = { shaoxiangTraditional?: Traditional }

/** The file of the traditional characters, in the root of the site. A script, so that it opens from disk. */
const FILE = 'traditional.js'

let loading: Promise<void> | null = null

/**
 * Makes sure that the normal form of texts is sure: the table of traditional characters is fetched once, when a text may
 * hold some. A failure is not kept: the next call tries again.
 * @throws when it does not come
 */
export async function readable(...texts: readonly string[]): Promise<void> {
  if (!texts.some(needsTraditional)) return
  loading ??= runScript(addressOf(FILE))
    .then(() => {
      const table = (globalThis as TraditionalHolder).shaoxiangTraditional
      if (!table) throw new Error(`${FILE} 不完整`)
      learnTraditional(table)
    })
    .catch((error) => {
      loading = null
      throw error
    })
  await loading
}
