// Any Node from 20 on can run this file. Checks and tests one after the other; 0 when all passed, otherwise 1.
// `npm test [-- suite …]`; `npm run test:long` runs the generated tests whole and prints the seed that replays a run.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { findChromium } from './processes/findChromium.mjs'
import { ensureInstalled, InstallRefused, productNode } from './processes/install.mjs'

const root = path.resolve(import.meta.dirname, '..')
const say = (/** @type {string} */ line) => console.log(line)
/** A suite that takes longer has hung, in milliseconds. The kills take 12 minutes, on a slow machine over 15. */
const LONGEST_SUITE_MS = 30 * 60_000
/** The same for whole generated runs. */
const LONGEST_LONG_MS = 6 * 60 * 60_000

const CHECKS = [
  {
    name: 'biome',
    args: ['node_modules/@biomejs/biome/bin/biome', 'check', '--diagnostic-level=error'],
    needs: 'biome.json',
  },
  {
    name: 'prettier',
    args: ['node_modules/prettier/bin/prettier.cjs', '--check', 'site/**/*.astro'],
    needs: 'site/src/pages',
  },
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

/** Whole generated runs take as long as they take. */
const LONG = [`--testTimeout=${LONGEST_LONG_MS}`]

let passed = 0
let failed = 0
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
}

const { isLong, only } = argumentsOf(process.argv.slice(2))
const isWanted = (/** @type {string} */ name) => only.length === 0 || only.includes(name)
if (isLong) sayLong()
else for (const check of CHECKS.filter(({ name }) => isWanted(name))) await runCheck(check)
for (const suite of SUITES.filter(isWanted)) await runSuite(suite)
if (!env.REAL_DATA_DIR) say('NOT ASKED real-data')
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

/** @param {{ name: string, args: string[], needs: string }} check */
async function runCheck({ name, args, needs }) {
  if (!existsSync(path.join(root, needs))) return notRun(name, `没有 ${needs}`)
  const { code, output, seconds } = await run(args, false)
  const isGood = code === 0
  if (isGood) passed++
  else failed++
  say(`${isGood ? '✓' : '✗'} ${name} (${seconds} s)`)
  if (!isGood) say(output.trimEnd())
}

/** @param {string} suite */
async function runSuite(suite) {
  if (!hasTests(path.join(root, 'tests', suite))) return notRun(suite, `tests/${suite} 里没有测试`)
  if (suite === 'browser') {
    const chromium = findChromium(env, say)
    if ('missing' in chromium) return notRun(suite, chromium.missing)
    env.CHROMIUM_PATH = chromium.path
  }
  const folder = mkdtempSync(path.join(os.tmpdir(), 'shaoxiang-test-'))
  const results = path.join(folder, 'results.json')
  try {
    const reporters = ['--reporter=tree', '--reporter=json', `--outputFile.json=${results}`]
    const { code, seconds } = await run(
      ['node_modules/vitest/vitest.mjs', 'run', '--project', suite, ...(isLong ? LONG : []), ...reporters],
      true,
    )
    const counts = existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')) : {}
    passed += counts.numPassedTests ?? 0
    // A file that does not even load has no failed test, and is a failure.
    failed += Math.max(counts.numFailedTests ?? 0, code === 0 ? 0 : 1)
    say(`${code === 0 ? '✓' : '✗'} ${suite} (${seconds} s)`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @param {string} suite @param {string} why */
function notRun(suite, why) {
  say(`NOT RUN ${suite}: ${why}`)
  if (isCi) failed++
}

/** @param {string} folder @returns {boolean} */
function hasTests(folder) {
  return (
    existsSync(folder) &&
    readdirSync(folder, { recursive: true }).some((name) => /\.test\.tsx?$/.test(String(name)))
  )
}

/**
 * @param {string[]} args
 * @param {boolean} isShown whether its output goes straight to the terminal
 * @returns {Promise<{ code: number | null, output: string, seconds: string }>}
 */
function run(args, isShown) {
  const began = Date.now()
  const child = spawn(node, args, {
    cwd: root,
    env,
    stdio: ['ignore', isShown ? 'inherit' : 'pipe', isShown ? 'inherit' : 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (data) => {
      output = (output + data).slice(-20_000)
    })
  const longest = isLong ? LONGEST_LONG_MS : LONGEST_SUITE_MS
  const timer = setTimeout(() => {
    const words = `${args.join(' ')}：${longest / 60_000} 分钟还没有结束，已停掉`
    if (isShown) say(words)
    output += `\n${words}`
    child.kill('SIGKILL')
  }, longest)
  const end = () => child.kill('SIGTERM')
  process.once('SIGTERM', end)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      clearTimeout(timer)
      process.off('SIGTERM', end)
      resolve({ code, output, seconds: ((Date.now() - began) / 1000).toFixed(1) })
    })
  })
}
