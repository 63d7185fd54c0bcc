import { PUBLISHED_KIND_LABELS, type PublishedKind } from '#domain/vocabulary'

/** What a save was to readers, in what may differ of what is said about it. */
export type SavedState = {
  /** Readers had the record before it, and have it after it. */
  wasPublic: boolean
  isPublic: boolean
  /** Readers had the record at some time. */
  wasEverPublic: boolean
  /** Into the bin or out of it. */
  bin?: 'in' | 'out' | undefined
  /** It left alone what readers have, as drafts do. */
  isDraft: boolean
  /** Of a change of something public; null where nothing that readers see changed. */
  kind?: PublishedKind | null | undefined
}

/** Where it is seen that what was saved is with the readers. */
export const ON_THE_WAY = '几秒后上线（上线没有，看页面最上面那一行）'

/** What a save did, in a sentence for who saved. */
export function savedWords(saved: SavedState): string {
  const { wasPublic, isPublic, wasEverPublic, bin, isDraft, kind } = saved
  if (bin === 'out') return '已从回收站拿回，是草稿：要公开，看过再发布。'
  if (bin === 'in')
    return wasPublic ? '已撤下并放进回收站，几秒后读者就看不到。' : '已放进回收站，读者看到的没有变。'
  if (wasPublic && !isPublic) return '已撤下，几秒后读者就看不到。'
  if (isDraft && isPublic) return '草稿已保存，还没有公开：读者看到的还是公开的那一版。'
  if (isDraft || !isPublic)
    return wasEverPublic ? '草稿已保存，这一条已撤下，读者看不到。' : '草稿已保存，还没有公开。'
  if (!wasPublic) return `已公开，${ON_THE_WAY}。`
  return kind ? `${PUBLISHED_KIND_LABELS[kind]}已公开，${ON_THE_WAY}。` : '已保存，读者看到的没有变。'
}
