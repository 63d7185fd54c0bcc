import type { Mapping } from '#domain/imports/mapping'
import { askImports } from '../askImports.ts'

/** Keeps a mapping as the next version of its name, and gives it as it is kept. Throws in words. */
export async function saveMapping(mapping: Mapping): Promise<Mapping> {
  const { doc } = await askImports<{ doc: { content: Mapping } }>('POST', 'import-mappings', {
    content: mapping,
  })
  return doc.content
}
