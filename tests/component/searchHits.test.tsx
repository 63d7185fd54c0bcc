import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { SearchHits } from '../../site/src/islands/SearchHits.tsx'

const hit = (more: Record<string, string> = {}, excerpt = '墙上的<mark>瓷砖</mark>掉了') => ({
  raw_url: 'cases/2022/0000/WS-2022-000001.html',
  excerpt,
  meta: {
    title: '外墙掉砖',
    kind: '事项',
    number: 'WS-2022-000001',
    sample: '',
    state: '办理中',
    place: '青桐社区',
    ...more,
  },
})
const html = (...hits: ReturnType<typeof hit>[]) =>
  renderToStaticMarkup(<SearchHits hits={hits as unknown as Parameters<typeof SearchHits>[0]['hits']} />)

test('a hit links its page relative to the search page and marks the found words', () => {
  expect(html(hit())).toContain('href="cases/2022/0000/WS-2022-000001.html"')
  expect(html(hit())).toContain('<mark>瓷砖</mark>')
})

test('an invented record cannot be shown without its mark', () => {
  expect(html(hit({ sample: '演示' }))).toContain('data-origin="sample"')
  expect(html(hit({ sample: '演示' }))).toContain('演示')
  expect(html(hit())).not.toContain('data-origin="sample"')
})

test('an excerpt is text: markup in a record is shown and never run', () => {
  expect(html(hit({}, '&lt;img src=x onerror=alert(1)&gt;'))).not.toContain('<img')
})
