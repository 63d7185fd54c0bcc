import { setTimeout as pause } from 'node:timers/promises'
import { addressOf } from '#domain/published/addresses'
import { type BenchFigure, summary } from './measure.ts'
import { startProduct } from './product.ts'
import type { RowOptions } from './rows.ts'
import { searchingBrowser } from './searching.ts'

/** Budgets in compressed kilobytes, as promised for pages of these kinds. */
const PAGES: { what: string; path: string; budget?: number }[] = [
  { what: '首页', path: 'index.html', budget: 40 },
  { what: '事项清单', path: 'cases/index.html' },
  { what: '一件事项', path: addressOf('cases', 'DEMO-2022-000010') as string, budget: 20 },
  { what: '统计', path: 'statistics/index.html' },
  { what: '一次搜索', path: `search.html?q=${encodeURIComponent('油烟')}` },
]

/** What a reader pays who opens a page for the first time, in a real browser. */
export async function readerRow({ size, dataDir, say }: RowOptions): Promise<BenchFigure[]> {
  const product = await startProduct(dataDir)
  const browser = await searchingBrowser()
  const figures: BenchFigure[] = []
  try {
    for (;;) {
      const current = await fetch(`${product.state.site}/search/current.json`)
      if (((await current.json()) as { folder: string | null }).folder) break
      await pause(500)
    }
    for (const { what, path, budget } of PAGES) {
      const { bytes, requests } = await browser.costOf(`${product.state.site}/${path}`)
      const kB = summary([bytes / 1000])
      const target = budget === undefined ? {} : { target: budget }
      figures.push({ row: 'reader', size, what: `读者：${what}`, unit: 'kB', ...kB, ...target })
      figures.push({ row: 'reader', size, what: `读者：${what} · 请求`, unit: '次', ...summary([requests]) })
      say(`${size} 件：读者打开${what} ${kB.median} kB，${requests} 次请求`)
    }
  } finally {
    await browser.close()
    await product.stop()
  }
  return figures
}
