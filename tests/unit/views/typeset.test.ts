import { expect, test } from 'vitest'
import { typeset } from '../../../site/src/render/typeset.ts'

const page = (main: string) =>
  `<!doctype html><html><head><title>2022年的2998件事 ·\n x</title></head><body><main>${main}</main></body></html>`
const set = (main: string) => typeset(page(main))

test.each([
  ['<p>能在本站逐件核对的有4件，其余没有</p>', '<p>能在本站逐件核对的有<n-b>4件</n-b>，其余没有</p>'],
  ['<p>日常哨48小时，攻坚哨1,000分钟</p>', '<p>日常哨<n-b>48小时</n-b>，攻坚哨<n-b>1,000分钟</n-b></p>'],
  ['<p>有<span data-stat="count">4</span>件</p>', '<p>有<n-b><span data-stat="count">4</span>件</n-b></p>'],
])('a number stays with its unit: %s', (written, expected) => {
  expect(set(written)).toBe(page(expected))
})

test.each(['DEMO-2022-001089', 'PRESS-2022-000001', 'DEMO-1-1', 'review-meetings.json'])(
  '%s stays whole in running text',
  (name) => {
    expect(set(`<p>见（${name}）</p>`)).toBe(page(`<p>见（<n-b>${name}</n-b>）</p>`))
  },
)

test('space of the source before a closing mark goes, also behind a tag; before a separator it holds', () => {
  expect(set('<p><a href="/a">表</a>\n   。再看\n ，然后</p>')).toBe(
    page('<p><a href="/a">表</a>。再看，然后</p>'),
  )
  expect(set('<a>甲</a>\n  ·\n  <a>乙</a>')).toBe(page('<a>甲</a>\u00a0·\n  <a>乙</a>'))
})

test('what comes out of a sum stays with its sign of equality', () => {
  expect(set('<p>2998 − 2985 ＝ 13，另有</p>')).toBe(page('<p>2998 − 2985 ＝\u00a013，另有</p>'))
})

test('what is no running text, and what is short, stays to the byte', () => {
  for (const main of [
    '<p title="2022年有2998件事 > 2021年的2998件事">13件</p>',
    '<script>const words = "一共有2998件事没有解决"</script>',
    '<svg><text>一共有2998件事没有解决 · 乙</text></svg>',
    '<code>DEMO-2022-001089 的第12行 。</code>',
    '<textarea>一共有2998件事没有解决 。</textarea>',
  ])
    expect(set(main)).toBe(page(main))
})

test('no character of the text is lost or added but space', () => {
  const main = '<p>截至2022年12月31日，DEMO-2022-000011：应急过了到场时限没有来 。</p>'
  const bare = (html: string) => html.replace(/<[^>]+>|\s/g, '')
  expect(bare(set(main))).toBe(bare(page(main)))
})
