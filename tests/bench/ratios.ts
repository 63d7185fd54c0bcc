import { type BenchFigure, type BenchResult, round } from './measure.ts'

/** Two things that were measured in one run, each a sum of figures, and what is promised for the first by the second. */
type Compared = {
  what: string
  above: readonly string[]
  below: string
  /** Units of the figure below in one of those above: milliseconds in a second. */
  belowIn?: number
  promised?: { atLeast: number } | { atMost: number }
}

const MS = 1000
const PLAIN = ['普通的 astro build', '普通的 pagefind']
const COMPARED: readonly Compared[] = [
  {
    what: '改一件事项：普通构建和索引 ÷ 发布到上线',
    above: PLAIN,
    below: '发布→上线：一件事项的文字',
    belowIn: MS,
    promised: { atLeast: 100 },
  },
  {
    what: '新事项：普通构建和索引 ÷ 发布到上线',
    above: PLAIN,
    below: '发布→上线：新事项',
    belowIn: MS,
    promised: { atLeast: 70 },
  },
  {
    what: '撤下：普通构建和索引 ÷ 读者看不到',
    above: PLAIN,
    below: '撤下→读者看不到',
    belowIn: MS,
    promised: { atLeast: 100 },
  },
  {
    what: '改一件事项并能搜到：普通构建和索引 ÷ 发布到搜到',
    above: PLAIN,
    below: '发布→搜到：改过的标题',
  },
  {
    what: '全部重做的时间 ÷ 普通构建的',
    above: ['全部发布'],
    below: '普通的 astro build',
    promised: { atMost: 0.7 },
  },
  {
    what: '全部重做的处理器时间 ÷ 普通构建的',
    above: ['全部发布：处理器时间'],
    below: '普通的 astro build：处理器时间',
    promised: { atMost: 1.5 },
  },
  {
    what: '导入 ÷ Local API 一条条新建',
    above: ['导入：写入和公开'],
    below: 'Local API 一条条新建',
    promised: { atLeast: 1.5 },
  },
  {
    what: '启动后第一次发布 ÷ 以后的',
    above: ['发布→上线：启动后第一次（截止日移动）'],
    below: '发布→上线：一件事项的文字',
    promised: { atMost: 2 },
  },
]

/** Ratios of medians for every size at which both sides were measured. */
export function ratiosOf(figures: readonly BenchFigure[]): BenchResult['ratios'] {
  const sizes = [...new Set(figures.map((f) => f.size))]
  return COMPARED.flatMap(({ what, above, below, belowIn = 1, promised }) =>
    sizes.flatMap((size) => {
      const at = (name: string) => figures.find((f) => f.size === size && f.what === name)?.median
      const parts = above.map(at)
      const ours = at(below)
      if (ours === undefined || ours <= 0 || parts.includes(undefined)) return []
      const sum = parts.reduce<number>((all, n) => all + (n ?? 0), 0)
      return [{ what, size, value: round(sum / (ours / belowIn)), ...promised }]
    }),
  )
}
