// Any Node from 20 on can run this file: it installs what is missing and hands over to scripts/start.ts.
import path from 'node:path'
import { supervise } from './processes/children/supervise.mjs'
import { ensureInstalled, InstallRefused, productNode } from './processes/install/install.mjs'

const root = path.resolve(import.meta.dirname, '..')

try {
  await ensureInstalled(root, process.env, (line) => console.log(line))
  const script = path.join(root, 'scripts', 'start.ts')
  process.exit(
    await supervise(productNode(root), [script, ...process.argv.slice(2)], { cwd: root, env: process.env }),
  )
} catch (error) {
  if (!(error instanceof InstallRefused)) throw error
  console.error(error.message)
  process.exit(error.code)
}
