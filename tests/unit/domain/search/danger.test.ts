import { expect, test } from 'vitest'
import { dangerIn, withoutCrime, withoutFire } from '#domain/search/danger'

test.each([
  ['有人要跳楼', '110'],
  ['打死人了', '110'],
  ['老公家暴', '110'],
  ['他要自殺', '110'],
  ['有人抢劫', '110'],
  ['楼上把我打了', '110'],
  ['被人打了', '110'],
  ['隔壁着火了', '119'],
  ['楼道冒浓烟', '119'],
  ['煤气罐爆炸了', '119'],
  ['有人晕倒在路边', '120'],
  ['煤气中毒', '120'],
  ['小孩触电', '120'],
  ['被车撞受伤', '120'],
])('%s is danger to life: %s', (question, number) => {
  expect(dangerIn(question)?.number).toBe(number)
  expect(dangerIn(question)?.words).toContain(number)
})

test.each([
  '怕着火',
  '防止爆炸',
  '爆炸物存放',
  '烟囱冒烟',
  '没有着火',
  '工伤赔偿',
  '狗打架',
  '打我电话也不来',
  '把我打的报告退回来',
  '呛死人',
  '路灯不亮',
  '',
])('%j tells of none', (question) => expect(dangerIn(question)).toBeUndefined())

test('only what the police is called for is taken out of a question', () => {
  expect(withoutCrime('保安打人').trim()).toBe('保安')
  expect(withoutCrime('山上着火了')).toBe('山上着火了')
})

test('what is left of a question without its fire says where it burns', () => {
  expect(withoutFire('家里着火了')).toBe('家里 了')
  expect(withoutFire('山上冒浓烟')).toBe('山上 ')
  expect(withoutFire('保安打人')).toBe('保安打人')
})
