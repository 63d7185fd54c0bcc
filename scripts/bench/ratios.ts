import { type BenchFigure, type BenchResult, round } from './measure.ts'

/** How many times an ordinary build takes what the product takes for the same, measured side by side. */
const COMPARED: { what: string; plain: string[]; own: string; ownUnit: number }[] = [
  {
    what: '改一件事项：普通构建 ÷ 发布到上线',
    plain: ['普通的 astro build'],
    own: '发布→上线：一件事项的文字',
    ownUnit: 1000,
  },
  {
    what: '改一件事项并能搜到：普通构建和索引 ÷ 发布到搜到',
    plain: ['普通的 astro build', '普通的 pagefind'],
    own: '发布→搜到：改过的标题',
    ownUnit: 1,
  },
  { what: '全部重做：普通构建 ÷ 全部发布', plain: ['普通的 astro build'], own: '全部发布', ownUnit: 1 },
]

/** Ratios of medians for every size at which both sides were measured. */
export function ratiosOf(figures: readonly BenchFigure[]): BenchResult['ratios'] {
  const sizes = [...new Set(figures.map((f) => f.size))]
  return COMPARED.flatMap(({ what, plain, own, ownUnit }) =>
    sizes.flatMap((size) => {
      const at = (name: string) => figures.find((f) => f.size === size && f.what === name)?.median
      const parts = plain.map(at)
      const ours = at(own)
      if (ours === undefined || ours <= 0 || parts.includes(undefined)) return []
      const seconds = parts.reduce<number>((sum, n) => sum + (n ?? 0), 0)
      return [{ what, size, value: round(seconds / (ours / ownUnit)) }]
    }),
  )
}
