import { expect, test } from 'vitest'
import { contactLine, contactsFromText } from '#domain/records/officeContact'

test.each([
  ['', []],
  ['0791-88112233', [{ label: '电话', number: '0791-88112233' }]],
  [
    '值班电话：0791-88112233（工作日9:00—17:00）',
    [{ label: '值班电话', number: '0791-88112233', hours: '工作日9:00—17:00' }],
  ],
  [
    '办公室 0791-88112233，邮箱chengjian@126.com。\n热线 12345',
    [
      { label: '办公室', number: '0791-88112233' },
      { label: '邮箱', number: 'chengjian@126.com' },
      { label: '热线', number: '12345' },
    ],
  ],
  [
    '0791-88112233 / 88112234',
    [
      { label: '电话', number: '0791-88112233' },
      { label: '电话', number: '88112234' },
    ],
  ],
  ['到服务大厅三楼问', [{ label: '联系方式', number: '到服务大厅三楼问' }]],
])('contacts that were one text, %j, are told as rows', (text, rows) => {
  expect(contactsFromText(text)).toEqual(rows)
})

test('of a text nothing but what divides its ways is lost', () => {
  const text = '综合科 0791-88112233（工作日），夜间值班室0791-88110000；邮箱 a.b@c.cn、大厅三楼'
  const kept = contactsFromText(text).map(contactLine).join()
  for (const part of [
    '综合科',
    '0791-88112233',
    '工作日',
    '夜间值班室',
    '0791-88110000',
    'a.b@c.cn',
    '大厅三楼',
  ])
    expect(kept).toContain(part)
})
