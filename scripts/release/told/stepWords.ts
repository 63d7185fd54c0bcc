/** What a publisher does after each mark that it sets, in words for the newsroom. */
const WORDS: Record<string, string> = {
  start: '启动',
  'outbox read': '读记录',
  collected: '写快照',
  snapshot: '写数据表',
  parts: '合成数据表',
  data: '做页面',
  blobs: '核对链接和数字',
  checks: '存放',
  tree: '写到磁盘',
  durable: '切换',
  'before the rename': '切换',
  'after the rename': '切换之后',
}

/** Which step it is at after a mark. */
export function stepWords(mark: string): string {
  return WORDS[mark] ?? mark
}
