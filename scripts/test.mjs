// Any Node from 20 on can run this file. Checks and tests; 0 when all passed, otherwise 1.
// `npm test [-- name …]`; `npm run test:long` runs the generated tests whole and prints the seed that replays a run.
// The product is built while the checks run, and the suites share one vitest, so that both cores always have work.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { runWithin } from './processes/children/runWithin.mjs'
import { findChromium } from './processes/install/findChromium.mjs'
import { ensureInstalled, InstallRefused, productNode } from './processes/install/install.mjs'

const root = path.resolve(import.meta.dirname, '..')
const say = (/** @type {string} */ line) => console.log(line)
/** A run that takes longer has hung, in milliseconds; a busy machine takes twice what an idle one does. */
const LONGEST_RUN_MS = 60 * 60_000
/** The same for whole generated runs. */
const LONGEST_LONG_MS = 6 * 60 * 60_000

const CHECKS = [
  {
    name: 'biome',
    args: ['node_modules/@biomejs/biome/bin/biome', 'check', '--diagnostic-level=error'],
    needs: 'package.json',
  },
  {
    name: 'prettier',
    args: ['node_modules/prettier/bin/prettier.cjs', '--check', 'site/**/*.astro'],
    needs: 'site/src/pages',
  },
  // What nobody uses: files, exports, dependencies.
  { name: 'knip', args: ['node_modules/knip/bin/knip.js', '--no-progress'], needs: '.knip.json' },
  { name: 'tsc', args: ['node_modules/typescript/bin/tsc', '--noEmit'], needs: 'tsconfig.json' },
  {
    name: 'tsc cms',
    args: ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'cms'],
    needs: 'cms/tsconfig.json',
  },
  {
    name: 'astro check',
    args: ['node_modules/astro/bin/astro.mjs', 'check', '--root', 'site'],
    needs: 'site/src/pages',
  },
]
const SUITES = ['unit', 'rules', 'component', 'cms', 'kills', 'build', 'browser']
/** Suites that start a product; they find it built. */
const ON_A_PRODUCT = ['kills', 'build', 'browser']

let passed = 0
let failed = 0
const began = Date.now()
const isCi = process.env.CI === 'true'

try {
  await ensureInstalled(root, process.env, say)
} catch (error) {
  if (!(error instanceof InstallRefused)) throw error
  console.error(error.message)
  process.exit(1)
}
const node = productNode(root)
const env = {
  ...process.env,
  PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH}`,
  ASTRO_TELEMETRY_DISABLED: '1',
  NEXT_TELEMETRY_DISABLED: '1',
  ASTRO_DEV_BACKGROUND: '0',
  ASTRO_PREVIEW_BACKGROUND: '0',
  // Hundreds of processes compile the same code.
  NODE_COMPILE_CACHE: path.join(root, '.cache', 'compiled'),
}

const { isLong, only } = argumentsOf(process.argv.slice(2))
const isWanted = (/** @type {string} */ name) => only.length === 0 || only.includes(name)
if (isLong) sayLong()
const suites = SUITES.filter(isWanted).filter(canRun)
await Promise.all([build(), checkAndTest()])
if (!env.REAL_DATA_DIR) say('NOT ASKED real-data')
say(`共 ${Math.round((Date.now() - began) / 1000)} 秒`)
say(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)

/**
 * What is asked for; a name that is none ends the run: fewer tests than asked for must not look like success.
 * @param {string[]} args
 */
function argumentsOf(args) {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { long: { type: 'boolean' } },
      allowPositionals: true,
    })
    const known = [...SUITES, ...CHECKS.map(({ name }) => name)]
    const unknown = positionals.find((name) => !known.includes(name))
    if (unknown === undefined) return { isLong: values.long === true, only: positionals }
    say(`没有 ${unknown}：只有 ${known.join('、')}`)
  } catch {
    say(`看不懂 ${args.join(' ')}。用法：npm test [-- 套名 …]，npm run test:long [-- 套名 …]`)
  }
  process.exit(1)
}

/** Every generated test of a long run takes this seed with its own name; given again, it makes the same run. */
function sayLong() {
  env.TEST_LONG = '1'
  env.TEST_SEED ||= String(Math.floor(Math.random() * 2 ** 31))
  say(`生成的测试整套运行。重来一次：TEST_SEED=${env.TEST_SEED} npm run test:long`)
}

/** Whether a suite is there with what it needs; says so where it is not. @param {string} suite */
function canRun(suite) {
  const isThere = readdirSync(path.join(root, 'tests', suite), { recursive: true }).some((name) =>
    /\.test\.tsx?$/.test(String(name)),
  )
  if (!isThere) return notRun(suite, `tests/${suite} 里没有测试`)
  if (suite !== 'browser') return true
  const chromium = findChromium(env, say)
  if ('missing' in chromium) return notRun(suite, chromium.missing)
  env.CHROMIUM_PATH = chromium.path
  return true
}

/** Builds what the suites start; a start that comes meanwhile waits for it. */
async function build() {
  if (!suites.some((suite) => ON_A_PRODUCT.includes(suite))) return
  await runCheck('build', ['tests/support/product/buildProduct.ts'])
}

async function checkAndTest() {
  for (const { name, args, needs } of isLong ? [] : CHECKS.filter(({ name }) => isWanted(name)))
    if (existsSync(path.join(root, needs))) await runCheck(name, args)
    else notRun(name, `没有 ${needs}`)
  if (suites.length > 0) await runSuites()
}

/** @param {string} name @param {string[]} args */
async function runCheck(name, args) {
  const { code, output, seconds } = await run(args, false)
  const isGood = code === 0
  if (isGood) passed++
  else failed++
  say(`${isGood ? '✓' : '✗'} ${name} (${seconds} s)`)
  if (!isGood) say(output.trimEnd())
}

async function runSuites() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'shaoxiang-test-'))
  const results = path.join(folder, 'results.json')
  try {
    const { code } = await run(
      [
        'node_modules/vitest/vitest.mjs',
        'run',
        '--config=tests/vitest.config.ts',
        ...suites.flatMap((suite) => ['--project', suite]),
        // Whole generated runs take as long as they take.
        ...(isLong ? [`--testTimeout=${LONGEST_LONG_MS}`] : []),
        '--reporter=tree',
        '--reporter=json',
        `--outputFile.json=${results}`,
      ],
      true,
    )
    const counts = existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')) : { testResults: [] }
    for (const suite of suites) saySuite(suite, counts.testResults)
    passed += counts.numPassedTests ?? 0
    // A file that does not even load has no failed test, and is a failure.
    failed += Math.max(counts.numFailedTests ?? 0, code === 0 ? 0 : 1)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** One line a suite; what each file and test took stands in the report above. @param {string} suite
 * @param {{ name: string, status: string }[]} all */
function saySuite(suite, all) {
  const files = all.filter(({ name }) => path.relative(root, name).split(path.sep)[1] === suite)
  const isGood = files.length > 0 && files.every(({ status }) => status === 'passed')
  say(`${isGood ? '✓' : '✗'} ${suite} (${files.length} files)`)
}

/** @param {string} suite @param {string} why @returns {false} */
function notRun(suite, why) {
  say(`NOT RUN ${suite}: ${why}`)
  if (isCi) failed++
  return false
}

/** @param {string[]} args @param {boolean} isShown whether its output goes straight to the terminal */
function run(args, isShown) {
  const longest = isLong ? LONGEST_LONG_MS : LONGEST_RUN_MS
  return runWithin(longest, node, args, { cwd: root, env, isShown, say })
}
