import { type BenchFigure, type BenchResult, round } from './measure.ts'

/** The sizes between which a change may grow by so much at most, whatever else the newsroom holds. */
const SMALL = 3000
const LARGE = 100_000
const AT_MOST = 1.5

const CHANGES = [
  '发布→上线：一件事项的文字',
  '发布→上线：新事项',
  '撤下→读者看不到',
  '发布→上线：一个部门的名称',
]

/** What one change takes in a large newsroom, by what it takes in a small one of the same run. */
export function acrossSizes(figures: readonly BenchFigure[]): BenchResult['ratios'] {
  return CHANGES.flatMap((what) => {
    const at = (size: number) => figures.find((f) => f.what === what && f.size === size)?.median
    const [small, large] = [at(SMALL), at(LARGE)]
    if (!small || large === undefined) return []
    return [
      { what: `十万件时 ÷ 三千件时：${what}`, size: LARGE, value: round(large / small), atMost: AT_MOST },
    ]
  })
}
