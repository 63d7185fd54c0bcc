/** Chinese names in the order of their pinyin, the key where two names are the same. */
export function byName(a: { name: string; key: string }, b: { name: string; key: string }): number {
  return COLLATOR.compare(a.name, b.name) || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)
}
const COLLATOR = new Intl.Collator('zh-CN')
