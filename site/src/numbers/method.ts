/** How a number was worked out, each in one sentence for the place where the number stands. */

export const INTERVAL_METHOD =
  '用 Wilson 公式（z＝1.96）由分子、分母算出：件数越少，区间越宽；一百个这样的区间里，大约有九十五个包住真正的比率。'

export const QUANTILE_METHOD =
  '从短到长排好，中位取排在一半的那一个，最慢的十分之一取排在九成的那一个（最近秩，不是整数就往后取一个），都是真有的一次，不是推算出来的。'

/** What comparing many parts at once means, in a sentence. */
export function manyComparisons(parts: number): string {
  return `一次比了${parts}个：就算其实都一样，每二十个里也会有一个左右碰巧落在区间外面，所以分开了只说明值得去看，不是结论。`
}
