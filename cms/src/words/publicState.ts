/** Whether readers have a record, and whether they ever had it. */
export type PublicState = 'public' | 'public with draft' | 'draft' | 'withdrawn'

export const PUBLIC_STATE_LABELS: Record<PublicState, string> = {
  public: '已公开',
  'public with draft': '公开中，有草稿没公开',
  draft: '草稿',
  withdrawn: '已撤下',
}

/**
 * The one rule for lists, forms and the desk.
 * @param isPublic whether readers have the record at this moment
 * @param isDraft whether the newest version is a draft
 * @param wasPublic whether readers ever had it
 */
export function publicState({
  isPublic,
  isDraft,
  wasPublic,
}: {
  isPublic: boolean
  isDraft: boolean
  wasPublic: boolean
}): PublicState {
  if (isPublic) return isDraft ? 'public with draft' : 'public'
  return wasPublic ? 'withdrawn' : 'draft'
}
