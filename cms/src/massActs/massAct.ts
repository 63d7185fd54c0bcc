import { addressOf } from '#domain/published/addresses'
import type { TableName } from '#domain/records/snapshot'

/** What can be done with many records of a list at once. */
export type MassAct = 'publish' | 'withdraw' | 'bin' | 'unbin'
export const MASS_ACT_LABELS: Record<MassAct, string> = {
  publish: '公开',
  withdraw: '撤下',
  bin: '放进回收站',
  unbin: '从回收站拿回',
}

/** A chosen record: how it is called, and how it stands. */
export type Chosen = { id: number | string; key: string; title: string; isPublic: boolean; hasDraft: boolean }

/** Those that an act changes; the others stay as they are. */
export function meantBy(act: MassAct, chosen: readonly Chosen[]): Chosen[] {
  if (act === 'publish') return chosen.filter(({ hasDraft }) => hasDraft)
  if (act === 'withdraw') return chosen.filter(({ isPublic }) => isPublic)
  return [...chosen]
}

/** Whether an act changes what readers see of a record. */
const isSeen = (act: MassAct, { isPublic }: Chosen) => act === 'publish' || (act !== 'unbin' && isPublic)

/** The addresses of the records’ own pages that an act changes. */
export const pagesOf = (act: MassAct, table: TableName, meant: readonly Chosen[]): string[] =>
  meant.filter((each) => isSeen(act, each)).flatMap(({ key }) => addressOf(table, key) ?? [])

/** What an act does to the public pages, in a sentence. */
export function effectInWords(act: MassAct, pages: number, meant: readonly Chosen[]): string {
  if (act === 'unbin') return '拿回来的都是草稿，公开网站上什么也不变。'
  if (!meant.some((each) => isSeen(act, each))) return '都没有公开，公开网站上什么也不变。'
  const changed = meant.filter(({ isPublic }) => isPublic).length
  const own = pages > 0 ? `它们自己的${pages}个页面` : '它们没有自己的页面，写着它们的地方'
  const also = '列表、数表、统计和搜索也跟着变。'
  return act === 'publish'
    ? `${own}会公开${changed > 0 ? `（${changed}条已经公开，换成改好的样子）` : ''}，${also}`
    : `${own}会从公开网站上消失，${also}`
}

/** What is sent of an act: one reason for all. */
export function bodyOf(act: MassAct, reason: string, words: string): object {
  if (act === 'unbin') return { deletedAt: null }
  if (act === 'publish')
    return { _status: 'published', changeNote: words, ...(reason ? { changeKind: reason } : {}) }
  const why = { withdrawReason: reason, withdrawNote: words }
  return act === 'withdraw' ? { _status: 'draft', ...why } : { deletedAt: new Date().toISOString(), ...why }
}
