// npm run bench [-- --rows publish,full,plain,reader,search,upload,import,rehearsal --sizes 3000,20000 --times 20 --json FILE]
// npm run bench -- --documents FILE.ndjson --queries FILE.tsv [--json FILE]
import { rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { ROOT } from '../../scripts/processes/command/environment.ts'
import { makeSteps } from '../../scripts/processes/command/steps.ts'
import { buildRenderer } from '../../scripts/processes/install/builds.ts'
import { acrossSizes } from './acrossSizes.ts'
import { copyOf, loadedNewsroom } from './dataCache.ts'
import { fullRow } from './fullRow.ts'
import { importRow } from './importRow.ts'
import { keepRun, lastRun, whatGrew } from './lastRuns.ts'
import { machineOf, versionsOf } from './machine.ts'
import { type BenchFigure, type BenchResult, benchResult, growthOf } from './measure.ts'
import { plainRow } from './plainRow.ts'
import { publishRow } from './publishRow.ts'
import { ratiosOf } from './ratios.ts'
import { readerRow } from './readerRow.ts'
import { rehearsalRow } from './rehearsalRow.ts'
import { documentsWords, runDocuments, writeDocumentsResult } from './search/documentsRun.ts'
import { searchRow } from './search/searchRow.ts'
import { tableOf } from './table.ts'
import { uploadRow } from './uploadRow.ts'

/** The order matters: a full release leaves what the plain build and the reader look at. */
const ROWS = {
  full: fullRow,
  plain: plainRow,
  reader: readerRow,
  publish: publishRow,
  search: searchRow,
  upload: uploadRow,
  import: importRow,
  rehearsal: rehearsalRow,
} as const
type RowName = keyof typeof ROWS
/** The runs on this machine, beside the newsrooms that are kept. */
const RUNS = path.join(ROOT, '.cache', 'bench', 'runs.ndjson')
/** Rows that make what they need themselves and ask for no newsroom. */
const WITHOUT_NEWSROOM: readonly RowName[] = ['search']

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: Object.keys(ROWS).join(',') },
    sizes: { type: 'string', default: '3000,20000,100000' },
    times: { type: 'string', default: '20' },
    json: { type: 'string' },
    documents: { type: 'string' },
    queries: { type: 'string' },
  },
})

function numbersOf(text: string, name: string): number[] {
  const numbers = text.split(',').map(Number)
  if (numbers.some((n) => !Number.isInteger(n) || n < 1))
    throw new Error(`--${name} 要写正整数，用逗号隔开，例如 3000,20000：写的是 ${text}`)
  return numbers
}

function rowsOf(text: string): RowName[] {
  const asked = text.split(',')
  const unknown = asked.find((name) => !(name in ROWS))
  if (unknown !== undefined)
    throw new Error(`--rows 只能是 ${Object.keys(ROWS).join('、')}：写的是 ${unknown}`)
  return (Object.keys(ROWS) as RowName[]).filter((name) => asked.includes(name))
}

async function bench(): Promise<BenchResult> {
  const rows = rowsOf(values.rows)
  const sizes = numbersOf(values.sizes, 'sizes')
  const [times] = numbersOf(values.times, 'times') as [number]
  const say = (line: string) => console.error(`${new Date().toISOString().slice(11, 19)} ${line}`)
  const command = `npm run bench -- --rows ${rows.join(',')} --sizes ${sizes.join(',')} --times ${times}`
  const machine = machineOf()
  const figures: BenchFigure[] = []
  const result = () =>
    benchResult.parse({
      command,
      machine,
      versions: versionsOf(),
      figures,
      ratios: [...ratiosOf(figures), ...acrossSizes(figures)],
      growth: growthOf(figures),
    })
  const cache = path.join(ROOT, '.cache', 'bench')
  const dataDir = path.join(cache, `work-${process.pid}`)
  // A clone on which nothing was started has no templates yet.
  await buildRenderer(makeSteps({ say, now: Date.now }), cache)
  for (const size of sizes)
    try {
      if (rows.some((row) => !WITHOUT_NEWSROOM.includes(row)))
        copyOf(await loadedNewsroom(size, say), dataDir)
      for (const row of rows) {
        say(`${size} 件：${row}`)
        figures.push(...(await ROWS[row]({ size, dataDir, times, say })))
        // What was measured stays, also when a later row fails.
        if (values.json) writeFileSync(path.resolve(values.json), `${JSON.stringify(result(), null, 1)}\n`)
      }
    } finally {
      // A child of a product that was just stopped may still write its last file there.
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
    }
  return result()
}

/** The table of a run, and what takes longer than in the run before, which it becomes. */
function wordsOf(result: BenchResult): string {
  const before = lastRun(RUNS, result)
  keepRun(RUNS, result, new Date())
  const grew = before ? whatGrew(result, before) : []
  const head = before ? `比 ${before.at} 那次多一成以上的（那次的负载 ${before.machine.load}）：` : ''
  return [tableOf(result), ...(grew.length > 0 ? ['', head, ...grew.map((line) => `- ${line}`)] : [])].join(
    '\n',
  )
}

/** Builds the product's own index of other documents and asks it other questions. */
async function benchDocuments(documents: string | undefined, queries: string | undefined): Promise<string> {
  if (!documents || !queries) throw new Error('--documents 和 --queries 要一起写')
  const result = await runDocuments(documents, queries, (line) => console.error(line))
  if (values.json) writeDocumentsResult(values.json, result)
  return documentsWords(result)
}

try {
  const isOther = values.documents !== undefined || values.queries !== undefined
  console.log(isOther ? await benchDocuments(values.documents, values.queries) : wordsOf(await bench()))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
