import { readFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import { ROOT } from '../../scripts/processes/command/environment.ts'
import type { BenchResult } from './measure.ts'
import { round } from './measure.ts'

/** The machine as it is now; `load` is what others did on it in the last minute before the bench. */
export function machineOf(): BenchResult['machine'] {
  const [first] = os.cpus()
  return {
    cpu: first?.model.trim() ?? '',
    cores: os.availableParallelism(),
    memoryGB: round(os.totalmem() / 2 ** 30),
    load: round(os.loadavg()[0] ?? 0),
    system: `${os.type()} ${os.release()}`,
  }
}

const manifest = z.object({ version: z.string() })
const PACKAGES = ['astro', 'payload', 'next', 'pagefind', 'playwright-core']

/** Versions of what is measured. */
export function versionsOf(): Record<string, string> {
  const of = (name: string) =>
    manifest.parse(JSON.parse(readFileSync(path.join(ROOT, 'node_modules', name, 'package.json'), 'utf8')))
      .version
  return { node: process.versions.node, ...Object.fromEntries(PACKAGES.map((name) => [name, of(name)])) }
}
