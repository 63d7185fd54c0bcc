import { defineConfig } from 'vitest/config'
import { LongestFirst } from './support/longestFirst.ts'

/** Tests on real inputs are asked for by REAL_DATA_DIR. */
const exclude = ['**/node_modules/**', ...(process.env.REAL_DATA_DIR ? [] : ['tests/*/real/**'])]
/** Files at a time. On two cores a third one works while the others wait for a disk, a clock or a child. */
const WORKERS = 3

const suite = (name: string, times: { testTimeout: number; hookTimeout?: number }) => ({
  test: { name, include: [`tests/${name}/**/*.test.{ts,tsx}`], exclude, ...times },
})
/** Nothing here is timed: only what hangs is ended, on a busy machine too. */
const quick = (name: string) => suite(name, { testTimeout: 120_000 })
/** Suites that start databases, builds or browsers get the time to do it. Each file has a folder and ports of its own. */
const heavy = (name: string) => suite(name, { testTimeout: 300_000, hookTimeout: 600_000 })
/** Heavy suites whose files share what takes long to make. */
const sharing = (name: string) => ({
  test: { ...heavy(name).test, globalSetup: 'tests/support/run/runFolder.ts' },
})
/** Suites that open a newsroom in each file, also on a real MongoDB. Their files share processes: Payload is loaded once in each. */
const onDatabases = (name: string) => ({
  test: {
    ...heavy(name).test,
    globalSetup: 'tests/support/newsroom/sharedMongo.ts',
    isolate: false,
    setupFiles: ['tests/support/newsroom/freshNewsroom.ts', 'tests/support/newsroom/quickPasswords.ts'],
  },
})

export default defineConfig({
  test: {
    maxWorkers: WORKERS,
    sequence: { sequencer: LongestFirst },
    projects: [
      quick('unit'),
      quick('rules'),
      quick('component'),
      onDatabases('cms'),
      onDatabases('kills'),
      sharing('build'),
      { test: { ...sharing('browser').test, setupFiles: 'tests/support/browser/tellPages.ts' } },
    ],
  },
})
