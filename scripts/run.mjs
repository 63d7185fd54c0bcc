// `node scripts/run.mjs scripts/x.ts …`: runs a command of the product with the Node that belongs to it.
import path from 'node:path'
import { supervise } from './processes/children/supervise.mjs'
import { ensureInstalled, InstallRefused, productNode } from './processes/install/install.mjs'

const root = path.resolve(import.meta.dirname, '..')
const [script, ...rest] = process.argv.slice(2)

if (!script) {
  console.error('用法：node scripts/run.mjs scripts/<命令>.ts …')
  process.exit(1)
}
try {
  await ensureInstalled(root, process.env, (line) => console.error(line))
  const args = [path.resolve(root, script), ...rest]
  process.exit(await supervise(productNode(root), args, { cwd: root, env: process.env }))
} catch (error) {
  if (!(error instanceof InstallRefused)) throw error
  console.error(error.message)
  process.exit(error.code)
}
