import { expect, test } from 'vitest'
import { World } from '#domain/world/world'
import { linksOf, pageFaults } from '../../../scripts/release/pages/pageChecks.ts'
import { faultsOfTemplates, marksOf } from '../../../scripts/release/pages/templateMarks.ts'
import { caseRow, snapshotOf } from '../../support/records/rows.ts'

const page = (html: string) => ({ path: 'cases/2022/0000/X.html', html })
const none = () => false
const all = () => true

test('links are resolved against the page they stand on', () => {
  const html =
    '<a href="../../index.html#open">a</a><a href="#top">b</a><a href="https://x.cn/">c</a><img src="../../../media/a.webp">'
  expect(linksOf(page(html))).toEqual([
    { path: 'cases/index.html', fragment: 'open' },
    { path: 'cases/2022/0000/X.html', fragment: 'top' },
    { path: 'media/a.webp', fragment: null },
  ])
})

test('a link is looked at whatever white space stands before it, and nothing that only looks like one', () => {
  const html =
    '<a\n\thref="A.html">a</a><a class="x"\nhref="B.html">b</a><p data-href="no.html" title="href=">c</p>'
  expect(linksOf(page(html)).map((link) => link.path)).toEqual([
    'cases/2022/0000/A.html',
    'cases/2022/0000/B.html',
  ])
})

test('a page that breaks off within an attribute is looked at to its end', () => {
  expect(linksOf(page('<a href="A.html">a</a><a href="B.ht'))).toHaveLength(1)
})

test('a link to a file that the release lacks is a fault that names both', () => {
  expect(pageFaults(page('<a href="Y.html">y</a>'), none)).toEqual([
    'cases/2022/0000/X.html 链接的 cases/2022/0000/Y.html 不存在',
  ])
  expect(pageFaults(page('<a href="Y.html">y</a>'), all)).toEqual([])
})

test('a link above the root of the site is a fault even where something answers', () => {
  expect(pageFaults(page('<a href="../../../../etc.html">x</a>'), all)[0]).toContain('站外')
})

test('a fragment without its id is a fault', () => {
  expect(pageFaults(page('<a href="#biao">x</a>'), all)).toHaveLength(1)
  expect(pageFaults(page('<a href="#biao">x</a><p id="biao"></p>'), all)).toEqual([])
})

test('case numbers, dates and hashes are no private numbers', () => {
  const html = '<html data-version="13812345678abcde"><p>WS-2022-001234 2022-06-13T09:20+08:00 141项</p>'
  expect(marksOf('x.html', html)).toEqual([])
})

test.each([
  ['手机号', '联系人13812345678'],
  ['身份证号', '证件36010219900101123X'],
  ['车牌号', '赣A12345停在门口'],
])('a %s that a template brings is a fault, and the same from a record is none of the page', (kind, text) => {
  const marks = marksOf('x.html', `<p>${text}</p>`)
  expect(faultsOfTemplates(marks, new World(snapshotOf(caseRow(1))))[0]).toContain(kind)
  expect(faultsOfTemplates(marks, new World(snapshotOf(caseRow(1, { description: text }))))).toEqual([])
})
