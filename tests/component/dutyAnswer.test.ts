import { describe, expect, test } from 'vitest'
import type { BookDuty, DutyAnswer, DutyBook } from '#domain/search/dutyBook'
import { offeredDuties } from '../../site/src/search/finder/offeredDuties.ts'
import { dutyAnswer } from '../../site/src/search/page/dutyAnswer.ts'
import { textOf } from '../../site/src/search/tree.ts'
import { allOf } from '../support/search/treeParts.ts'

const duty = (more: Partial<BookDuty> = {}): BookDuty => ({
  code: '1-1',
  title: '外墙脱落',
  category: 1,
  scope: 'real',
  path: 'duties/1-1.html',
  wordings: ['掉墙皮'],
  excludes: '装修掉的归物业。',
  lead: { name: '城建局', path: 'departments/chengjian.html' },
  responsible: [
    { name: '应急局', path: 'departments/yingji.html' },
    { name: '财政局', path: 'departments/caizheng.html' },
  ],
  arrivalHours: { routine: 48, tough: 24, emergency: 2 },
  usual: { scope: 'real', n: 31, days: 12 },
  examples: [{ name: '瑶湖花园外墙', path: 'cases/1.html' }],
  ...more,
})
const book = (more: Partial<DutyBook> = {}): DutyBook => ({
  duties: [duty()],
  names: [],
  categories: [{ number: 1, title: '房屋与设施' }],
  synonyms: [],
  ask: { organiser: '指挥部办公室', contact: '0791-1234' },
  ...more,
})
const answer = (more: Partial<DutyAnswer> = {}): DutyAnswer => ({
  best: { duty: duty() },
  also: [],
  isSure: true,
  names: [],
  categories: [],
  ...more,
})
const CATEGORIES = [{ name: '房屋与设施', path: 'duties/category-1.html' }]
const drawn = (a: DutyAnswer, b = book()) => dutyAnswer(a, b, CATEGORIES, (text) => [text])
const hrefs = (tree: Parameters<typeof allOf>[0]) => allOf(tree, 'a').map((a) => a.attributes.href)

describe('归谁管 as an answer', () => {
  test('names whom to go to before anything else, then who else, how soon, how long, what not, and good examples', () => {
    const section = drawn(answer())
    expect(textOf(allOf(section, 'p')[0] as never)).toBe('找城建局牵头')
    expect(hrefs(section).slice(0, 2)).toEqual(['departments/chengjian.html', 'duties/1-1.html'])
    const facts = Object.fromEntries(
      allOf(section, 'div')
        .filter((row) => row.children.length === 2 && allOf(row, 'dt').length === 1)
        .map((row) => [textOf(allOf(row, 'dt')[0] as never), textOf(allOf(row, 'dd')[0] as never)]),
    )
    expect(facts).toEqual({
      还要到场: '应急局、财政局',
      多久内到: '日常哨48小时，攻坚哨24小时，应急哨2小时',
      一般多久办成: '一半在12天内结案（登记和报道的31件，从吹哨算起）',
      不归它的: '装修掉的归物业。',
      办得好的: '瑶湖花园外墙',
    })
    expect(textOf(section)).not.toContain('说不准')
    expect(textOf(section)).not.toContain('演示')
  })

  test('says that it is not sure where it is not', () => {
    expect(textOf(drawn(answer({ isSure: false })))).toContain('说不准')
  })

  test('says what the list calls it where that is another word', () => {
    const because = { said: '掉墙皮', means: '外墙脱落' }
    expect(textOf(drawn(answer({ best: { duty: duty(), because } })))).toContain(
      '“掉墙皮”在清单里叫“外墙脱落”',
    )
  })

  test('marks an invented duty, an invented number of cases, and each other that may be meant', () => {
    const sample = duty({ scope: 'sample', usual: { scope: 'sample', n: 9, days: 3 } })
    const section = drawn(answer({ best: { duty: sample }, also: [{ duty: sample }, { duty: duty() }] }))
    expect(section.attributes['data-origin']).toBe('sample')
    expect(allOf(section, 'span').filter((s) => s.attributes.class === 'tag')).toHaveLength(3)
    expect(allOf(section, 'li').map((li) => li.attributes['data-origin'])).toEqual(['sample', undefined])
  })

  test('without a duty names the categories and whom to ask, and never nothing or a number of hits', () => {
    const section = drawn(answer({ best: null, isSure: false }))
    expect(hrefs(section)).toEqual(['duties/category-1.html'])
    expect(textOf(section)).toContain('也可以问指挥部办公室：0791-1234')
    expect(textOf(section)).toContain('所在的社区或村')
    expect(textOf(section)).not.toMatch(/0条/)
  })

  test('while the list is not published says so, and whom to ask', () => {
    const empty = book({ duties: [], ask: {} })
    const words = textOf(drawn(answer({ best: null, isSure: false }), empty))
    expect(words).toContain('还没有公布')
    expect(words).toContain('可以说给所在的社区或村听')
  })
})

describe('what is offered while somebody types', () => {
  const offered = (a: DutyAnswer, b = book()) => offeredDuties(a, b, '掉墙皮')

  test('is the best and the others, each with whom to go to, and is said aloud with its number', () => {
    const { said, heard, options } = offered(answer({ also: [{ duty: duty({ path: 'duties/1-2.html' }) }] }))
    expect(said).toBeNull()
    expect(heard).toMatch(/^2项/)
    expect(options.map((o) => o.path)).toEqual(['duties/1-1.html', 'duties/1-2.html'])
    expect(textOf(options[0]?.content ?? [])).toContain('找城建局')
  })

  test('has departments and places of that name first', () => {
    const names: DutyAnswer['names'] = [
      { name: '城建局', path: 'departments/chengjian.html', kind: 'department' },
    ]
    expect(offered(answer({ names })).options.map((o) => o.path)[0]).toBe('departments/chengjian.html')
  })

  test('marks what is invented and says when it is not sure', () => {
    const { said, options } = offered(answer({ best: { duty: duty({ scope: 'sample' }) }, isSure: false }))
    expect(said).toContain('说不准')
    expect(textOf(options[0]?.content ?? [])).toContain('演示')
  })

  test('is a sentence where nothing is like it, and where there is no list yet', () => {
    expect(offered(answer({ best: null })).said).toContain('没有像“掉墙皮”的')
    expect(offered(answer({ best: null }), book({ duties: [] })).said).toContain('还没有公布')
  })

  test.each([
    'DEMO-2022-00',
    'demo-2022-000014',
    'WS-',
    'WS-2022',
    'ws2022000014',
    'ＤＥＭＯ－1-4',
    '1-4',
    'DEMO-1-4',
  ])('is nothing for a number, but that Enter looks it up: %s', (text) => {
    const found = offeredDuties(answer(), book(), text)
    expect([found.said, found.options]).toEqual(['按回车查编号', []])
  })

  test.each(['loudao', '12345', '掉墙皮', '3栋', '5G', '110'])(
    'is an answer for what is no number: %s',
    (text) => {
      expect(offeredDuties(answer(), book(), text).options).toHaveLength(1)
    },
  )

  test('never repeats a part of what was typed', () => {
    for (let length = 2; length < 40; length++) {
      const text = '掉墙皮漏水'.repeat(8).slice(0, length)
      const words = offeredDuties(answer({ best: null }), book(), text).said ?? ''
      expect([text, undefined]).toContain(/“(.+?)”的/.exec(words)?.[1])
    }
  })

  test('begins with whom to call where life is in danger, and says nothing of the list where that has nothing', () => {
    const danger = { number: '110', words: '有危险先打110' } as const
    for (const best of [{ duty: duty() }, null]) {
      const { first, heard, said, options } = offered(answer({ best, danger }))
      expect(textOf(first as never)).toBe('有危险先打110')
      expect(hrefs(first as never)).toEqual(['tel:110'])
      expect(heard).toMatch(/^有危险先打110/)
      expect([said, options.length]).toEqual([null, best ? 1 : 0])
    }
    expect(offered(answer()).first).toBeUndefined()
  })
})
