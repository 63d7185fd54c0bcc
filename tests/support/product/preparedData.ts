import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { madeOnce } from '../run/madeOnce.ts'
import { freePorts, npmStart, ready, within } from './startedProduct.ts'

/**
 * A data folder of its own as a first start with the shipped facts leaves it, released and found by search, with the
 * password that the start made. Every run makes one and copies it: a start on it has nothing left to prepare.
 */
export async function preparedData(name: string): Promise<string> {
  const made = await madeOnce('facts', makeFacts)
  const dataDir = mkdtempSync(path.join(tmpdir(), `${name}-`))
  // Blobs are linked, which only cp keeps.
  execFileSync('cp', ['-a', `${made}/.`, dataDir])
  return dataDir
}

async function makeFacts(dataDir: string): Promise<void> {
  const product = npmStart({ DATA_DIR: dataDir, ...(await freePorts()) }, ['--content=seed'])
  const { site } = await ready(product)
  const isFound = await within(120_000, async () => {
    const pointer = (await (await fetch(`${site}/search/current.json`)).json()) as Record<string, unknown>
    return pointer.folder !== null && pointer.pagefindOf === pointer.snapshot
  })
  product.npm.kill('SIGTERM')
  await product.ended
  if (!isFound) throw new Error(`search did not follow the first release:\n${product.stdout()}`)
}
