import { defineConfig } from 'vitest/config'

/** Tests on real inputs are asked for by REAL_DATA_DIR. */
const exclude = ['**/node_modules/**', ...(process.env.REAL_DATA_DIR ? [] : ['tests/*/real/**'])]

const quick = (name: string) => ({
  test: { name, include: [`tests/${name}/**/*.test.{ts,tsx}`], exclude, testTimeout: 20_000 },
})
/** Suites that start databases, builds or browsers: one file after the other, with time to do it. */
const heavy = (name: string) => ({
  test: {
    name,
    include: [`tests/${name}/**/*.test.{ts,tsx}`],
    exclude,
    fileParallelism: false,
    testTimeout: 300_000,
    hookTimeout: 600_000,
  },
})

export default defineConfig({
  test: {
    projects: [
      quick('unit'),
      quick('rules'),
      quick('component'),
      heavy('cms'),
      heavy('kills'),
      heavy('build'),
      heavy('browser'),
    ],
  },
})
