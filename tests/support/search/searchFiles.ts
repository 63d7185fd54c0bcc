import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createIndex } from 'pagefind'
import { Statistics } from '#domain/figures/statistics'
import { SEARCHED_TABLES, type SearchDocument } from '#domain/search/document'
import { searchDocumentOf } from '#domain/search/documentOf'
import { makeDutyBook } from '#domain/search/dutyBookOf'
import { facetWordsOf } from '#domain/search/facetWords'
import type { World } from '#domain/world/world'
import { dutyScript, SEARCH_DUTIES } from '../../../scripts/release/search/dutyFile.ts'
import { writeSearchIndex } from '../../../scripts/release/search/index/writeSearchIndex.ts'
import { builtRenderer, renderPages, shippedWorld } from '../product/shippedSite.ts'

/** The pages that the tests of search and finder open. */
const PAGES =
  /^((index|search)\.html|duties\/(index|category-\d|DEMO-\d-\d+)\.html|departments\/[^/]+\.html|cases\/by\/duty\/)/
const INDEX = 'abcdef012345'
const PAGEFIND = 'pagefind-abcdef'
/** Records that the second index holds; the tests ask it for little. */
const IN_PAGEFIND = 60

/** The pointer as a file of the site. @param recent whether anything changed since the index was made */
export function pointerText(recent: boolean): string {
  const told = { snapshot: '', pagefindOf: '', recent, unfound: 0 }
  return JSON.stringify({ format: 2, folder: INDEX, pagefind: PAGEFIND, ...told })
}

/**
 * Writes the shipped demonstration as a static site with everything that search reads into `site` below a folder, and
 * every record that can be found into `documents.json` beside it.
 */
export async function writeSearchFiles(folder: string): Promise<void> {
  const site = path.join(folder, 'site')
  const renderer = await builtRenderer(folder)
  const world = await shippedWorld('sample')
  world.snapshot.settings.organiser = '指挥部办公室'
  world.snapshot.settings.contact = '0791-88160000'
  cpSync(renderer.clientFiles(), site, { recursive: true })
  const put = (file: string, text: string) => {
    const full = path.join(site, file)
    mkdirSync(path.dirname(full), { recursive: true })
    writeFileSync(full, text)
  }
  for (const [file, html] of await renderPages(renderer, world, (address) => PAGES.test(address)))
    put(file, html)
  const book = makeDutyBook(world, new Statistics(world))
  put(SEARCH_DUTIES, dutyScript(book))
  const documents = [...searched(world)]
  for (const d of documents) put(d.path.replace(/html$/, 'json'), JSON.stringify(world.need(d.table, d.key)))
  mkdirSync(path.join(site, 'search', INDEX))
  writeSearchIndex(documents, (used) => facetWordsOf(world, used), path.join(site, 'search', INDEX))
  await writePagefind(documents.slice(0, IN_PAGEFIND), path.join(site, 'search', PAGEFIND))
  put('search/current.json', pointerText(false))
  put('search/recent.json', JSON.stringify({ folder: INDEX, dead: [], documents: [], left: 0 }))
  writeFileSync(path.join(folder, 'documents.json'), JSON.stringify(documents))
}

function* searched(world: World): Generator<SearchDocument> {
  for (const table of SEARCHED_TABLES)
    for (const row of world.all(table)) yield searchDocumentOf(table, row as never, world)
}

async function writePagefind(documents: readonly SearchDocument[], outputPath: string): Promise<void> {
  const { index } = await createIndex({})
  if (!index) throw new Error('pagefind')
  for (const d of documents)
    await index.addCustomRecord({
      url: d.path,
      content: [d.title, ...d.names, ...d.texts].join('。'),
      language: 'zh-cn',
      meta: { title: d.title, sample: d.scope === 'sample' ? '演示' : '' },
    })
  await index.writeFiles({ outputPath })
  await index.deleteIndex()
}
