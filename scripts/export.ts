// npm run export -- DIR: the live release as plain files for any static host. 0, 12 when the folder is not empty.
import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, readlinkSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { argumentsOrEnd } from './processes/command/commandArguments.ts'
import { readProcessEnvironment } from './processes/command/environment.ts'
import { openStore } from './release/store/store.ts'
import { liveRelease } from './release/store/switchRelease.ts'

const [target] = argumentsOrEnd({ usage: 'npm run export -- 文件夹', words: { least: 1, most: 1 } })
  .words as [string]
const { dataDir } = readProcessEnvironment()
const folder = resolve(target)
if (existsSync(folder) && readdirSync(folder).length > 0) {
  console.error(`${folder} 不是空的：请换一个空文件夹，或先清空它`)
  process.exit(12)
}
const live = liveRelease(dataDir)
if (!live) {
  console.error('还没有发布过版本：请先运行 npm start')
  process.exit(1)
}
/** What is exported is for everybody, whatever the rights of the files in the store. */
function copyOpen(from: string, to: string): void {
  copyFileSync(from, to)
  chmodSync(to, 0o644)
}

const store = openStore(dataDir)
let count = 0
for (const { path, blob } of store.trees.walk(live.roots.tree)) {
  const to = join(folder, path)
  mkdirSync(dirname(to), { recursive: true })
  copyOpen(store.blobs.pathOf(blob), to)
  if (++count % 1000 === 0) console.log(`已写 ${count} 个文件`)
}
copyOpen(join(dataDir, readlinkSync(join(dataDir, 'public')), 'release.json'), join(folder, 'release.json'))
console.log(`版本 ${live.release.id} 的 ${count + 1} 个文件在 ${folder}`)
