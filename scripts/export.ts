// npm run export -- DIR: the live release as plain files for any static host. 0, 12 when the folder is not empty.
import { copyFileSync, existsSync, mkdirSync, readdirSync, readlinkSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { readProcessEnvironment } from './processes/environment.ts'
import { openStore } from './release/store.ts'
import { liveRelease } from './release/switchRelease.ts'

const target = process.argv[2]
if (!target) {
  console.error('用法：npm run export -- 文件夹')
  process.exit(1)
}
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
const store = openStore(dataDir)
let count = 0
for (const { path, blob } of store.trees.walk(live.roots.tree)) {
  const to = join(folder, path)
  mkdirSync(dirname(to), { recursive: true })
  copyFileSync(store.blobs.pathOf(blob), to)
  if (++count % 1000 === 0) console.log(`已写 ${count} 个文件`)
}
copyFileSync(
  join(dataDir, readlinkSync(join(dataDir, 'public')), 'release.json'),
  join(folder, 'release.json'),
)
console.log(`版本 ${live.release.id} 的 ${count + 1} 个文件在 ${folder}`)
