import type { DoneDeed } from '../../history/recordDeed.ts'
import type { KeptImport } from './keptImport.ts'

/** What the history says of an import as a whole, or of its undoing. */
export function importDeed(kept: KeptImport, deed: 'import' | 'undo-import'): DoneDeed {
  const { id, fileName, mapping, mappingVersion, counts, note, noteKind, undoReason } = kept
  const what = `${fileName}，对照表 ${mapping}（第${mappingVersion}版），新建${counts.create ?? 0}，修改${counts.change ?? 0}`
  const why = deed === 'import' ? note : undoReason?.words
  return {
    deed,
    recordType: 'imports',
    reference: String(id),
    note: why ? `${what}；${why}` : what,
    kind: deed === 'import' ? noteKind : (undoReason?.reason ?? null),
  }
}
