import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import type { SearchDocument } from '#domain/search/document'
import { writeSearchIndex } from '../../../scripts/release/search/index/writeSearchIndex.ts'
import { summary } from '../measure.ts'
import { MemoryBm25, type PlainDocument } from './memoryBm25.ts'
import { OurSearch } from './ourSearch.ts'
import { type Judged, ndcgOf, type Relevance, relevanceOf, signTest } from './relevance.ts'

const plainDocument = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  title: z.string(),
  body: z.string(),
})

type Query = { text: string; right: ReadonlySet<string>; kind: string }

/** What a run over documents of any origin gives. */
export type DocumentsResult = {
  documents: number
  index: { seconds: number; peakMB: number }
  /** By class of question, and `all`. */
  classes: Record<string, { ours: Relevance; bm25: Relevance; ndcgDiffers: number }>
  /** Bytes as brotli: opening the index, and one search with the titles of its first three hits. */
  wire: {
    head: number
    mean: number
    search: ReturnType<typeof summary>
    requests: ReturnType<typeof summary>
  }
  queries: { text: string; kind: string; found: string[]; bytes: number; requests: number }[]
}

/**
 * Builds the product's own index of any documents and asks it any questions, beside BM25 in memory.
 * @param documentsFile NDJSON of `{id, title, body}`
 * @param queriesFile TSV of question, right ids separated by `;` or spaces, and optionally a class
 */
export async function runDocuments(
  documentsFile: string,
  queriesFile: string,
  say: (line: string) => void,
): Promise<DocumentsResult> {
  const documents = linesOf(documentsFile).map((line, i) =>
    parsedDocument(line, `${documentsFile} 第${i + 1}行`),
  )
  const queries = queriesOf(queriesFile)
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-search-'))
  try {
    const began = performance.now()
    writeSearchIndex(documents.map(searchDocument), () => [], folder)
    const seconds = (performance.now() - began) / 1000
    const peakMB = process.resourceUsage().maxRSS / 1000
    say(`${documents.length} 篇：索引 ${seconds.toFixed(1)} 秒`)
    const ours = await OurSearch.open(folder)
    const asked = []
    for (const query of queries) asked.push({ query, ...(await ours.ask(query.text)) })
    say(`${queries.length} 个问法问完`)
    const bm25 = new MemoryBm25(documents)
    const judged = asked.map(({ query, found }) => ({
      kind: query.kind,
      ours: { found, right: query.right },
      bm25: { found: bm25.ask(query.text), right: query.right },
    }))
    return {
      documents: documents.length,
      index: { seconds, peakMB },
      classes: classesOf(judged),
      wire: {
        head: ours.head.bytes,
        mean: Math.round(asked.reduce((sum, a) => sum + a.lookUp.bytes + a.three.bytes, 0) / asked.length),
        search: summary(asked.map((a) => a.lookUp.bytes + a.three.bytes)),
        requests: summary(asked.map((a) => a.lookUp.requests + a.three.requests)),
      },
      queries: asked.map(({ query, found, lookUp, three }) => ({
        text: query.text,
        kind: query.kind,
        found,
        bytes: lookUp.bytes + three.bytes,
        requests: lookUp.requests + three.requests,
      })),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function classesOf(
  judged: readonly { kind: string; ours: Judged; bm25: Judged }[],
): DocumentsResult['classes'] {
  const classes = new Map([...Map.groupBy(judged, ({ kind }) => kind), ['all', [...judged]] as const])
  return Object.fromEntries(
    [...classes].map(([kind, of]) => [
      kind,
      {
        ours: relevanceOf(of.map((j) => j.ours)),
        bm25: relevanceOf(of.map((j) => j.bm25)),
        ndcgDiffers: signTest(
          of.map((j) => ndcgOf(j.ours)),
          of.map((j) => ndcgOf(j.bm25)),
        ),
      },
    ]),
  )
}

/** A result in words: a line a class, then what it costs. */
export function documentsWords(result: DocumentsResult): string {
  const share = (value: number) => value.toFixed(3)
  const row = (name: string, r: Relevance) =>
    `| ${name} | ${r.n} | ${share(r.s1)} | ${share(r.s10)} | ${share(r.mrr)} | ${share(r.ndcg)} | ${r.empty} |`
  const { search, mean, requests, head } = result.wire
  return [
    `${result.documents} 篇；索引 ${result.index.seconds.toFixed(1)} 秒，${Math.round(result.index.peakMB)} MB`,
    '',
    '| | 问法 | 第一 | 前十 | MRR | nDCG | 空 |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...Object.entries(result.classes).flatMap(([kind, { ours, bm25, ndcgDiffers }]) => [
      row(`${kind}：本站`, ours),
      row(`${kind}：内存 BM25（成对符号检验 p=${ndcgDiffers.toFixed(3)}）`, bm25),
    ]),
    '',
    `打开索引 ${head} 字节；一次搜索（含前三条的题目）平均 ${mean}、最多 ${search.worst} 字节，请求中位 ${requests.median}、最多 ${requests.worst} 次`,
  ].join('\n')
}

/** Writes a result as JSON. */
export function writeDocumentsResult(file: string, result: DocumentsResult): void {
  writeFileSync(path.resolve(file), `${JSON.stringify(result, null, 1)}\n`)
}

function searchDocument({ id, title, body }: PlainDocument): SearchDocument {
  return {
    table: 'cases',
    key: id,
    path: `${id}.html`,
    scope: 'real',
    title,
    names: [],
    line: '',
    texts: [body],
    near: [],
    facets: {},
  }
}

function parsedDocument(line: string, where: string): PlainDocument {
  const parsed = plainDocument.safeParse(JSON.parse(line))
  if (!parsed.success) throw new Error(`${where}：要有 id、title、body：${z.prettifyError(parsed.error)}`)
  return parsed.data
}

function queriesOf(file: string): Query[] {
  return linesOf(file).map((line, i) => {
    const [text, right, kind] = line.split('\t')
    if (!text || !right) throw new Error(`${file} 第${i + 1}行：要写问法、制表符、对的编号`)
    return { text, right: new Set(right.split(/[;\s]+/).filter(Boolean)), kind: kind?.trim() || 'all' }
  })
}

function linesOf(file: string): string[] {
  return readFileSync(path.resolve(file), 'utf8')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
}
