import { mkdtempSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Renderer } from '../../scripts/release/pages/renderer.ts'
import { builtRenderer, renderPages, shippedWorld } from '../support/product/shippedSite.ts'
import { removeFolder } from '../support/removeFolder.ts'

const dataDir = mkdtempSync(path.join(os.tmpdir(), 'labels-'))
let renderer: Renderer
let pages: Map<string, string>

beforeAll(async () => {
  renderer = await builtRenderer(dataDir)
  pages = await renderPages(renderer, await shippedWorld('seed'))
})

afterAll(() => removeFolder(dataDir))

test('names the column of a page and what the column is for, the same on every page of it', () => {
  const label = (html: string, name: string) =>
    new RegExp(`<meta name="${name}" content="([^"]*)"`).exec(html)?.[1]
  const columns = new Map<string, Set<string | undefined>>()
  for (const [address, html] of pages) {
    const name = label(html, 'ColumnName')
    if (name === undefined) continue
    columns.set(name, (columns.get(name) ?? new Set()).add(label(html, 'ColumnDescription')))
    expect(name, address).not.toBe(label(html, 'ArticleTitle'))
  }
  expect(columns.size).toBeGreaterThan(10)
  expect([...columns].filter(([, descriptions]) => descriptions.size !== 1)).toEqual([])
})

test('the host’s labels and duties stand on every page once the settings have them', async () => {
  const world = await shippedWorld('seed')
  Object.assign(world.snapshot.settings, {
    publicAddress: 'https://shao.example.cn/ztzl/',
    hostName: '示例管委会网站',
    hostDomain: 'shao.example.cn',
    siteIdCode: '3601110001',
    organiser: '示例管委会',
    icpNumber: '赣ICP备00000000号',
  })
  for (const [address, html] of await renderPages(renderer, world)) {
    if (address === '404.html') continue
    expect(html, address).toContain('<meta name="SiteName" content="示例管委会网站">')
    expect(html, address).toContain('<meta name="SiteDomain" content="shao.example.cn">')
    expect(html, address).toContain('<meta name="SiteIDCode" content="3601110001">')
    expect(html, address).toContain(`<link rel="canonical" href="https://shao.example.cn/ztzl/${address}">`)
    expect(html, address).toContain('赣ICP备00000000号')
  }
})

test('a record that has a source names the publisher of it, and no other page does', () => {
  const named = [...pages].filter(([, html]) => html.includes('name="ContentSource" content="南昌日报"'))
  const folders = new Set(named.map(([address]) => address.split('/')[0]))
  expect([...folders].sort()).toEqual(['cases', 'mechanism.html', 'practices', 'sources'])
})
