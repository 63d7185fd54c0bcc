import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { ROOT } from './environment.ts'

/** Version of this product, as package.json says. */
export function productVersion(): string {
  const text = readFileSync(path.join(ROOT, 'package.json'), 'utf8')
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version
}
