import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Statistics } from '#domain/figures/statistics'
import type { SearchDocument } from '#domain/search/document'
import { findDuties } from '#domain/search/duties/findDuties'
import type { DutyBook } from '#domain/search/dutyBook'
import { makeDutyBook } from '#domain/search/dutyBookOf'
import { ownText } from '#domain/search/index/ownText'
import type { World } from '#domain/world/world'
import { loadRenderer } from '../../../scripts/release/pages/renderer.ts'
import { type BenchFigure, round, summary } from '../measure.ts'
import type { RowOptions } from '../rows.ts'
import { builtIndex } from './builtIndex.ts'
import { countedWords } from './countedWords.ts'
import { firstAnswers } from './firstAnswers.ts'
import { MemoryBm25 } from './memoryBm25.ts'
import { OurSearch } from './ourSearch.ts'
import { PagefindAsItComes } from './pagefindAsItComes.ts'
import { readSets, SETS, type SetQuestion } from './questionSets.ts'
import { type Judged, relevanceOf } from './relevance.ts'
import { AS_SHIPPED, documentsOf, sampleWorld } from './sampleDocuments.ts'
import { servedIndex } from './servedIndex.ts'

/** Above so many cases Pagefind as it comes, and BM25 in memory, need more memory than most machines have. */
const MOST_PAGEFIND = 5000
const MOST_BM25 = 20_000
/** Hits that are judged. */
const MOST = 10
const kB = 1000
/** The half of the sets that nobody looked at while search was tuned. */
const REPORTED = 'report'

/** What a search finds, what it costs on the wire, and what its index costs, over the demonstration of so many cases. */
export async function searchRow({ size, say }: Pick<RowOptions, 'size' | 'say'>): Promise<BenchFigure[]> {
  const figures: BenchFigure[] = []
  const push = (what: string, unit: string, values: readonly number[], target?: number) => {
    figures.push({
      row: 'search',
      size,
      what,
      unit,
      ...summary(values),
      ...(target === undefined ? {} : { target }),
    })
    say(`${size} 件：${what} ${figures.at(-1)?.median} ${unit}`)
  }
  const work = mkdtempSync(path.join(tmpdir(), 'bench-search-'))
  try {
    const world = await sampleWorld(size)
    const built = await builtIndex(documentsOf(world), world, work)
    push('本站索引：做成', '秒', [built.seconds], 60)
    push('本站索引：处理器时间', '秒', [built.cpuSeconds])
    push('本站索引：内存', 'MB', [built.peakMB], 2000)
    // Larger demonstrations have other cases: questions for known ones have no answer there.
    const questions = readSets().filter((q) => size <= AS_SHIPPED || q.duties.length > 0 || q.set === 'names')
    const judge = judgeOf(world)
    const context = { world, statistics: new Statistics(world) }
    const book = makeDutyBook(world, context.statistics)
    if (size < MOST_PAGEFIND) dutyFigures(book, questions, push)

    const { renderer } = await loadRenderer()
    const index = { book, index: built.folder }
    const served = await servedIndex(renderer, context, index, path.join(work, 'served'))
    const first = await firstAnswers(served).finally(served.close)
    push(
      '新读者：到归谁管和前三条',
      'kB',
      first.map(({ bytes }) => bytes / kB),
      150,
    )
    push(
      '新读者：到归谁管和前三条的请求',
      '次',
      first.map(({ sent }) => sent.length),
    )

    const ours = await OurSearch.open(built.folder)
    const asked = []
    for (const question of questions) asked.push({ question, ...(await ours.ask(question.text, MOST, book)) })
    relevanceFigures(
      '本站',
      asked.map(({ question, found }) => judge(question, found)),
      push,
    )
    push('本站：打开索引', 'kB', [ours.head.bytes / kB])
    push(
      '本站：一次搜索，前三条在内',
      'kB',
      asked.map((a) => (a.lookUp.bytes + a.three.bytes) / kB),
      150,
    )
    push(
      '本站：一次搜索，平均',
      'kB',
      [asked.reduce((sum, a) => sum + a.lookUp.bytes + a.three.bytes, 0) / asked.length / kB],
      60,
    )
    push(
      '本站：一次搜索的请求',
      '次',
      asked.map((a) => a.lookUp.requests + a.three.requests),
      12,
    )
    const counted = await countedWords(ours, documentsOf(world))
    push(`本站：${counted.asked} 个词的件数与逐篇数的不同`, '个', [counted.wrong], 0)

    if (size <= MOST_BM25) {
      const bm25 = new MemoryBm25([...documentsOf(world)].map(plainOf))
      relevanceFigures(
        '内存 BM25',
        questions.map((q) => judge(q, bm25.ask(q.text))),
        push,
      )
    }
    if (size < MOST_PAGEFIND) {
      const pagefind = await PagefindAsItComes.open(documentsOf(world), path.join(work, 'pagefind'))
      try {
        const found = []
        // Each question is a page of a browser: only the half that is reported.
        for (const question of questions.filter(({ half }) => half === REPORTED))
          found.push({ question, ...(await pagefind.ask(question.text)) })
        relevanceFigures(
          '原样的 Pagefind',
          found.map((f) => judge(f.question, f.found)),
          push,
        )
        push(
          '原样的 Pagefind：一次搜索，十条摘录',
          'kB',
          found.map((f) => f.read.bytes / kB),
        )
        push(
          '原样的 Pagefind：一次搜索的请求',
          '次',
          found.map((f) => f.read.requests),
        )
      } finally {
        await pagefind.close()
      }
    }
    return figures
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

type Push = (what: string, unit: string, values: readonly number[], target?: number) => void
type JudgedQuestion = Judged & { question: SetQuestion }

/** A hit is right when it is a record looked for, or a duty that answers, or a case whose main duty answers. */
function judgeOf(world: World): (question: SetQuestion, found: readonly string[]) => JudgedQuestion {
  return (question, found) => {
    const duties = new Set(question.duties)
    const keys = new Set(question.keys)
    const isRight = (key: string) =>
      keys.has(key) || duties.has(key) || duties.has(world.get('cases', key)?.duties[0] ?? '')
    // Of a duty's hundreds of cases ten fill the page: what is right is as many as were found, and the wanted keys.
    return { question, found, right: new Set([...found.filter(isRight), ...keys, ...duties]) }
  }
}

function relevanceFigures(whose: string, judged: readonly JudgedQuestion[], push: Push): void {
  for (const set of SETS) {
    const of = judged.filter(({ question }) => question.set === set && question.half === REPORTED)
    if (of.length === 0) continue
    const r = relevanceOf(of)
    push(`${whose}：${set} 第一条对`, '%', [round(100 * r.s1)])
    push(`${whose}：${set} 前十条有`, '%', [round(100 * r.s10)])
    push(`${whose}：${set} MRR、nDCG 平均`, '%', [round(50 * (r.mrr + r.ndcg))])
    push(`${whose}：${set} 什么也没有`, '问', [r.empty])
  }
}

function dutyFigures(book: DutyBook, questions: readonly SetQuestion[], push: Push): void {
  for (const set of ['everyday', 'typo', 'pinyin']) {
    const of = questions.filter((q) => q.set === set && q.half === REPORTED && q.duties.length > 0)
    const shown = of.map(({ text, duties }) => {
      const { best, also } = findDuties(book, text)
      const codes = [best, ...also].flatMap((found) => (found ? [found.duty.code] : []))
      return codes.map((code) => duties.includes(code))
    })
    const share = (many: number) => round((100 * many) / of.length)
    push(`归谁管：${set} 第一个对（${of.length} 问）`, '%', [share(shown.filter(([first]) => first).length)])
    push(`归谁管：${set} 前三个有`, '%', [share(shown.filter((right) => right.includes(true)).length)])
  }
}

function plainOf(document: SearchDocument): { id: string; title: string; body: string } {
  const { title, body, near } = ownText(document)
  return { id: document.key, title, body: `${body}\n${near}` }
}
