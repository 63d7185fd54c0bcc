import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { addressOf } from '#domain/published/addresses'
import { type ReleaseEntry, releaseEntry } from '../../scripts/release/told/releaseLog.ts'
import { departmentTimes, foundTimes } from './howOften.ts'
import { type BenchFigure, round, summary } from './measure.ts'
import { NewsroomClient } from './newsroomClient.ts'
import { watchTree } from './processTree.ts'
import { type Product, startProduct } from './product.ts'
import type { RowOptions } from './rows.ts'
import { searchingBrowser } from './searching.ts'

/** Milliseconds between two looks at the public port: a closer watch would take the machine from what it measures. */
const LOOK_EVERY = 10
/** Promised for publish → live, in milliseconds. */
const liveTarget = (size: number) => (size <= 3000 ? 1000 : 2000)

/** Promised for a page in a rename, in milliseconds. */
const MOST_MS_A_PAGE = 4

type Measured = { ms: number; entry: ReleaseEntry }

/** From the answer of the newsroom to the changed bytes on the public port, and to search, through the real processes. */
export async function publishRow({ size, dataDir, times, say }: RowOptions): Promise<BenchFigure[]> {
  const product = await startProduct(dataDir)
  try {
    return await new Publishing(product, dataDir, size, times, say).all()
  } finally {
    await product.stop()
  }
}

class Publishing {
  private readonly figures: BenchFigure[] = []
  private readonly site: string
  private readonly product: Product
  private readonly dataDir: string
  private readonly size: number
  private readonly times: number
  private readonly say: (line: string) => void
  private newsroom!: NewsroomClient

  constructor(product: Product, dataDir: string, size: number, times: number, say: (line: string) => void) {
    this.product = product
    this.dataDir = dataDir
    this.size = size
    this.times = times
    this.say = say
    this.site = product.state.site
  }

  async all(): Promise<BenchFigure[]> {
    this.newsroom = await NewsroomClient.signIn(this.product.state.admin)
    await this.firstAfterStart()
    await this.isCompared()
    await this.searchIsCurrent()
    await this.texts()
    await this.newAndUnpublished()
    await this.departments()
    await this.found()
    return this.figures
  }

  /** The first publish moves the as-of day, and comes as soon as the product says that it is ready. */
  private async firstAfterStart(): Promise<void> {
    this.add('发布→上线：启动后第一次（截止日移动）', [await this.text(0, '今天第一次')])
  }

  private async texts(): Promise<void> {
    const measured: Measured[] = []
    for (let i = 1; i <= this.times; i++) measured.push(await this.text(i, `改动${i}`))
    this.add('发布→上线：一件事项的文字', measured, liveTarget(this.size))
  }

  private async text(i: number, words: string): Promise<Measured> {
    const reference = this.reference(i)
    const doc = await this.newsroom.record('cases', 'reference', reference)
    const description = `${String(doc.description)}（${words}）`
    return this.until(reference, `（${words}）`, () =>
      this.newsroom.change('cases', doc.id, { description, _status: 'published' }),
    )
  }

  private async newAndUnpublished(): Promise<void> {
    const made: Measured[] = []
    const gone: Measured[] = []
    const like = await this.newsroom.record('cases', 'reference', this.reference(1))
    const { id: _id, createdAt: _created, updatedAt: _updated, ...fields } = like
    const timeline = (fields.timeline as Record<string, unknown>[]).map(
      ({ id: _row, notice: _n, ...event }) => event,
    )
    for (let i = 1; i <= this.times; i++) {
      const reference = `DEMO-2022-9${String(i).padStart(5, '0')}`
      let id: unknown
      made.push(
        await this.until(reference, reference, async () => {
          const body = { ...fields, timeline, reference, title: `新事项${i}`, _status: 'published' }
          const created = await this.newsroom.create('cases', body)
          id = created.id
          return created.at
        }),
      )
      gone.push(
        await this.until(reference, null, () => this.newsroom.change('cases', id, { _status: 'draft' })),
      )
    }
    this.add('发布→上线：新事项', made, liveTarget(this.size))
    this.add('撤下→读者看不到', gone, liveTarget(this.size))
  }

  private async departments(): Promise<void> {
    const measured: Measured[] = []
    const page = await (await fetch(`${this.site}/departments/index.html`)).text()
    const chosen = /href="\.\.\/departments\/(demo-[a-z0-9-]+)\.html"/.exec(page)?.[1]
    if (!chosen) throw new Error('部门页上没有演示部门，量不了部门改名')
    const doc = await this.newsroom.record('departments', 'slug', chosen)
    for (let i = 1; i <= departmentTimes(this.size, this.times); i++) {
      const name = `${String(doc.name)}改${i}`
      measured.push(
        await this.until({ table: 'departments', key: chosen }, name, () =>
          this.newsroom.change('departments', doc.id, { name, _status: 'published' }),
        ),
      )
    }
    this.add('发布→上线：一个部门的名称', measured)
    const each = measured.map((m) => m.ms / Math.max(1, m.entry.rendered))
    const pages = measured.map((m) => m.entry.rendered)
    this.push('一个部门的名称改动的页数', '页', pages)
    this.push('部门改名：每页', '毫秒', each, MOST_MS_A_PAGE)
  }

  private async found(): Promise<void> {
    const browser = await searchingBrowser()
    const used = watchTree(this.product.state.children.publisher.pid, 250)
    const seconds: number[] = []
    try {
      await this.searchIsCurrent()
      for (let i = 1; i <= Math.min(foundTimes(this.size), this.times); i++) {
        const reference = this.reference(i + 50)
        const word = `qvx${'abcdefghij'[i % 10]}${'klmnopqrst'[i % 10]}zw`
        const doc = await this.newsroom.record('cases', 'reference', reference)
        const title = `${String(doc.title)} ${word}`
        const at = await this.newsroom.change('cases', doc.id, { title, _status: 'published' })
        await browser.untilFound(
          `${this.site}/search.html?q=${word}`,
          addressOf('cases', reference) as string,
        )
        seconds.push((performance.now() - at) / 1000)
        this.say(`${this.size} 件：发布→搜到 ${round(seconds.at(-1) as number)} 秒`)
        await this.searchIsCurrent()
      }
    } finally {
      await browser.close()
    }
    this.push('发布→搜到：改过的标题', '秒', seconds, this.size <= 3000 ? 15 : undefined)
    this.push('重建搜索时发布进程和索引进程的内存', 'MB', [used.stop().peakMB], 4096)
  }

  /** Waits for the comparison that follows a start: until then nothing is published. */
  private async isCompared(): Promise<void> {
    do await pause(1000)
    while ((await this.newsroom.status()).state !== 'live')
  }

  private async searchIsCurrent(): Promise<void> {
    for (;;) {
      const { release, searchRelease, pending } = await this.newsroom.status()
      if (pending === 0 && release === searchRelease) return
      await pause(200)
    }
  }

  /** A case of the demonstration, the i-th of some that lie far apart. */
  private reference(i: number): string {
    const number = 1 + ((i * 37) % 100) * Math.floor(this.size / 101)
    return `DEMO-2022-${String(number).padStart(6, '0')}`
  }

  /**
   * Does something as an editor and waits until the public page shows it.
   * @param words what the page must contain; null: it must answer 404
   */
  private async until(
    record: string | { table: 'departments'; key: string },
    words: string | null,
    act: () => Promise<number>,
  ): Promise<Measured> {
    const known = this.entries().length
    const path = typeof record === 'string' ? addressOf('cases', record) : addressOf(record.table, record.key)
    const at = await act()
    for (;;) {
      const answer = await fetch(`${this.site}/${path}`)
      const text = await answer.text()
      if (words === null ? answer.status === 404 : answer.status === 200 && text.includes(words)) break
      await pause(LOOK_EVERY)
    }
    const ms = performance.now() - at
    for (;;) {
      const entry = this.entries()
        .slice(known)
        .find((e) => e.kind === 'pages')
      if (entry) return { ms, entry }
      await pause(10)
    }
  }

  private entries(): ReleaseEntry[] {
    const file = path.join(this.dataDir, 'logs', 'releases.log')
    if (!existsSync(file)) return []
    return readFileSync(file, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => releaseEntry.parse(JSON.parse(line)))
  }

  private add(what: string, measured: Measured[], target?: number): void {
    this.push(
      what,
      '毫秒',
      measured.map((m) => m.ms),
      target,
    )
    for (const step of Object.keys(measured[0]?.entry.steps ?? {}))
      this.push(
        `${what} · ${step}`,
        '毫秒',
        measured.map((m) => m.entry.steps[step] ?? 0),
      )
    this.push(
      `${what} · 新写的文件`,
      'kB',
      measured.map((m) => m.entry.bytes / 1000),
    )
  }

  private push(what: string, unit: string, values: number[], target?: number): void {
    const of = summary(values)
    this.figures.push({
      row: 'publish',
      size: this.size,
      what,
      unit,
      ...of,
      ...(target === undefined ? {} : { target }),
    })
    if (!what.includes(' · '))
      this.say(`${this.size} 件：${what} ${of.median} ${unit}，最差 ${of.worst}，${of.n} 次`)
  }
}
