/**
 * The same site as an ordinary static Astro build: the sheets and views of the product, every address by
 * getStaticPaths, the view of a page worked out when Astro comes to it. What it does not do: relative addresses, the
 * JSON beside records, open tables, checks, compression, a store. So it is the lighter of the two.
 */
export const PLAIN_FILES: Record<string, string> = {
  'astro.config.mjs': `import { defineConfig, passthroughImageService } from 'astro/config'
export default defineConfig({
  output: 'static',
  compressHTML: true,
  image: { service: passthroughImageService() },
  build: { assets: '_astro', inlineStylesheets: 'never' },
  vite: { build: { assetsInlineLimit: 0 } },
})
`,
  'src/plainContext.ts': `import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { TABLE_NAMES } from '#domain/records/snapshot'
import { Statistics } from '#domain/figures/statistics'
import { emptySnapshot, putRow, World } from '#domain/world/world'
import { KINDS } from './render/kinds.ts'
const folder = process.env.PLAIN_SNAPSHOT
const json = (name) => JSON.parse(readFileSync(join(folder, name), 'utf8'))
const snapshot = emptySnapshot(json('manifest.json').asOf, json('site-settings.json'))
snapshot.synonyms = json('synonyms.json')
for (const entry of readdirSync(folder, { recursive: true })) {
  if (!entry.endsWith('.ndjson')) continue
  const table = TABLE_NAMES.find((t) => entry === t + '.ndjson' || entry.startsWith(t + '/'))
  for (const line of readFileSync(join(folder, entry), 'utf8').trimEnd().split('\\n')) putRow(snapshot, table, JSON.parse(line))
}
const world = new World(snapshot)
export const context = { world, statistics: new Statistics(world) }
export const paths = () => Object.values(KINDS).flatMap((kind) => kind.paths(context)).filter((p) => p !== '404.html')
export function pageAt(path) {
  for (const [id, kind] of Object.entries(KINDS)) {
    const match = kind.pattern.exec(path)
    const view = match && kind.view({ ...match.groups }, context)
    if (view) return { kind: id, view, version: '' }
  }
}
`,
  'src/pages/[...path].astro': `---
import { pageAt, paths } from '../../scripts/plainContext.ts'
import { SHEETS } from '../../scripts/render/sheets.ts'
export function getStaticPaths() {
  return paths().map((p) => ({ params: { path: p === 'index.html' ? undefined : p.replace(/(?:\\/index)?\\.html$/, '') } }))
}
const { path } = Astro.params
const page = path ? (pageAt(path + '.html') ?? pageAt(path + '/index.html')) : pageAt('index.html')
Object.assign(Astro.locals, page)
const Sheet = SHEETS[page.kind]
---
<Sheet view={page.view} />
`,
}
