import type { Frame } from '../frame/frame.ts'
import type { RowSection } from './listHead.ts'
import type { BarGroup } from './longList.ts'

/** What a page of a long list prints, whatever its rows are. */
export type ListPageView<L> = {
  frame: Frame
  /** The pages above this one, the widest first. */
  above: { href: string; words: string }[]
  title: string
  total: string
  sections: RowSection<L>[]
  bars: BarGroup[]
  /** The pages before and after this one. */
  others: { href: string; words: string }[]
}
