import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Statistics } from '#domain/figures/statistics'
import { linksOf } from '../../scripts/release/pages/pageChecks.ts'
import type { Renderer } from '../../scripts/release/pages/renderer.ts'
import { figureParts, figureText, type Stat } from '../../site/src/format.ts'
import { builtRenderer, pageOf, renderPages, shippedWorld } from '../support/product/shippedSite.ts'

/** Budgets in bytes, compressed: a case page with its style, home with its style, script of a page that is not the search page. */
const CASE_BUDGET = 20 * 1024
const HOME_BUDGET = 40 * 1024
const SCRIPT_BUDGET = 2 * 1024
/** Of the demonstration's cases one in so many is looked at; of all other pages every one. */
const EVERY = 60

const folder = mkdtempSync(path.join(tmpdir(), 'site-'))
let renderer: Renderer
const pages = new Map<string, Map<string, string>>()
const CONTENTS = ['none', 'seed', 'sample'] as const

const isCase = (address: string) => /^cases\/\d{4}\/\d{4}\/[A-Z]/.test(address)

beforeAll(async () => {
  renderer = await builtRenderer(folder)
  readAssets()
  for (const content of ['none', 'seed'] as const)
    pages.set(content, await renderPages(renderer, await shippedWorld(content)))
  pages.set(
    'sample',
    await renderPages(
      renderer,
      await shippedWorld('sample'),
      (address, i) => !address.startsWith('cases/2022/') || i % EVERY === 0,
    ),
  )
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const all = (content: string) => [...(pages.get(content) as Map<string, string>)]
const compressed = (bytes: string | Buffer) => gzipSync(bytes, { level: 6 }).length
const assets = new Map<string, Buffer>()

function readAssets(): void {
  const client = renderer.clientFiles()
  for (const entry of readdirSync(client, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name)
    if (entry.isFile()) assets.set(path.relative(client, file), readFileSync(file))
  }
}

/** Compressed size of the files of ours that a page loads, by their ending. */
function loaded(address: string, html: string, ending: string): number {
  const files = new Set(linksOf({ path: address, html }).map((l) => l.path))
  return [...files]
    .filter((p) => p.endsWith(ending))
    .reduce((sum, p) => sum + compressed(assets.get(p) as Buffer), 0)
}

/** Every marked figure of a page: what it prints, and what its mark says, in a text and in large type with or without its unit. */
function marksOf(html: string): { id: string; printed: string; said: string[]; isWhole: boolean }[] {
  return [...html.matchAll(/<(dd|td|span|b)\b([^>]*\sdata-figure="[^>]*)>([\s\S]*?)<\/\1>/g)].map((found) => {
    const [, , marks = '', inner = ''] = found
    const mark = (name: string) => new RegExp(`\\sdata-${name}="([^"]*)"`).exec(marks)?.[1] ?? ''
    const value = mark('value') === '' ? null : Number(mark('value'))
    const [unit, stat] = [mark('unit'), mark('stat') as Stat]
    const large = figureParts(value, unit, stat, Number(mark('denominator') || Number.MAX_SAFE_INTEGER))
    const text = figureText(value, unit, stat)
    return {
      id: `${mark('figure')} of ${mark('scope')}`,
      isWhole: unit !== '' && ['count', 'share', 'median', 'p90'].includes(stat),
      printed: inner.replaceAll(/<[^>]+>|\s/g, ''),
      said: [text, large.number, large.number + large.unit],
    }
  })
}

describe.each(CONTENTS)('the site of shipped content “%s”', (content) => {
  test('names no id twice on a page, styles nothing inline, and prints no missing value', () => {
    const faults = all(content).flatMap(([address, html]) => {
      const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map((m) => m[1])
      const text = html.replace(/<script[\s\S]*?<\/script>/g, '')
      return [
        ...(new Set(ids).size < ids.length ? [`${address}: id`] : []),
        ...(/\sstyle="/.test(text) && address !== '404.html' ? [`${address}: style`] : []),
        ...(/undefined|NaN|\[object /.test(text) ? [`${address}: missing value`] : []),
      ]
    })
    expect(faults).toEqual([])
  })

  test('carries language, title, description, version, policy and the labels of its kind on every page', () => {
    const lacking = all(content).flatMap(([address, html]) => {
      const wanted = [
        /<html lang="zh-CN"[^>]* data-version="[0-9a-f]{16}"/,
        /<title>[^<]+<\/title>/,
        /<meta name="description" content="[^"]+"/,
        /http-equiv="content-security-policy"/i,
        ...(isCase(address)
          ? [
              /<meta name="ArticleTitle"/,
              /<meta name="PubDate" content="\d{4}-\d{2}-\d{2}"/,
              /name="ContentSource"/,
            ]
          : []),
        ...(address.endsWith('/index.html') && !address.startsWith('cases/')
          ? [/name="ColumnName"/, /name="ColumnDescription"/, /name="ColumnKeywords"/, /name="ColumnType"/]
          : []),
      ]
      return wanted.filter((w) => !w.test(html)).map((w) => `${address}: ${w.source}`)
    })
    expect(lacking).toEqual([])
  })

  test('leaves out every label that the host has not given', () => {
    for (const [address, html] of all(content))
      expect(/name="Site(Name|Domain|IDCode)"|rel="canonical"|ICP备案号/.test(html), address).toBe(false)
  })

  test('marks every page that shows an invented record, and no other', () => {
    const shows = (html: string) => /DEMO-\d|（演示）/.test(html)
    const marked = (html: string) => html.includes('class="demo"')
    expect(
      all(content)
        .filter(([, html]) => shows(html) && !marked(html))
        .map(([address]) => address),
    ).toEqual([])
    if (content !== 'sample')
      expect(
        all(content)
          .filter(([, html]) => marked(html))
          .map(([address]) => address),
      ).toEqual([])
  })

  test('prints what its marks say: the exact value, in its unit, as the one formatter writes it', () => {
    const faults = all(content).flatMap(([address, html]) =>
      marksOf(html)
        .filter(({ printed, said, isWhole }) => !isWhole || !said.includes(printed))
        .map(({ printed, said, id }) => `${address}: ${id} prints ${printed}, its mark says ${said[0]}`),
    )
    expect(faults).toEqual([])
    if (content !== 'none')
      expect(all(content).flatMap(([, html]) => marksOf(html)).length).toBeGreaterThan(20)
  })

  test('tells readers nothing in the words of the machine but where they open the part for counting again', () => {
    const said = (html: string) =>
      html
        .replace(/^[\s\S]*?<body/, '<body')
        .replace(/<details class="recount">[\s\S]*?<\/details>|<script[\s\S]*?<\/script>/g, '')
        .replace(/<[^>]+>/g, ' ')
    const found = all(content).flatMap(([address, html]) =>
      /^(data|search)/.test(address)
        ? []
        : [...said(html).matchAll(/origin|\bsample\b|\.numerator|\.denominator|[a-z]+\.csv里/g)].map(
            ([words]) => `${address}: ${words}`,
          ),
    )
    expect(found).toEqual([])
  })

  test('never gives two sections of a page the same head, so that real and invented are not mistaken', () => {
    const twice = all(content).flatMap(([address, html]) => {
      const heads = [...html.matchAll(/<h2\b[^>]*>([\s\S]*?)<\/h2>/g)].map(([, head]) =>
        (head as string).replace(/<span class="count">[\s\S]*?<\/span>|<[^>]+>|\s/g, ''),
      )
      return heads
        .filter((head, i) => head !== '' && heads.indexOf(head) !== i)
        .map((head) => `${address}: ${head}`)
    })
    expect(twice).toEqual([])
  })

  test('keeps to its budgets', () => {
    const over = all(content).flatMap(([address, html]) => {
      const size = compressed(html) + loaded(address, html, '.css')
      const js = loaded(address, html, '.js')
      return [
        ...(isCase(address) && size > CASE_BUDGET ? [`${address}: ${size}`] : []),
        ...(address === 'index.html' && size > HOME_BUDGET ? [`${address}: ${size}`] : []),
        ...(address !== 'search.html' && js > SCRIPT_BUDGET ? [`${address}: script ${js}`] : []),
      ]
    })
    expect(over).toEqual([])
  })
})

test.each(['none', 'seed'])(
  'every link of the content “%s” leads to a page, a part of a page or a file that is there',
  (content) => {
    const site = pages.get(content) as Map<string, string>
    const ids = new Map(
      [...site].map(([a, html]) => [a, new Set([...html.matchAll(/\sid="([^"]+)"/g)].map((m) => m[1]))]),
    )
    const broken = all(content)
      .filter(([address]) => address !== '404.html')
      .flatMap(([address, html]) =>
        linksOf({ path: address, html })
          .filter(({ path: to, fragment }) => {
            if (/\.(csv|json)$/.test(to)) return false
            if (!site.has(to)) return !assets.has(to)
            return fragment !== null && !ids.get(to)?.has(fragment)
          })
          .map((l) => `${address} → ${l.path}#${l.fragment ?? ''}`),
      )
    expect(broken).toEqual([])
  },
)

test('the same view gives the same bytes and another view another version', async () => {
  const world = await shippedWorld('seed')
  const context = { world, statistics: new Statistics(world) }
  const view = renderer.viewOf('index.html', context)
  const page = await pageOf(renderer, 'index.html', view)
  expect(await pageOf(renderer, 'index.html', renderer.viewOf('index.html', context))).toBe(page)
  world.snapshot.settings.scope = '别处'
  const versionOf = (html: string) => /data-version="(\w+)"/.exec(html)?.[1]
  const other = await pageOf(renderer, 'index.html', renderer.viewOf('index.html', context))
  expect(versionOf(other)).not.toBe(versionOf(page))
})
