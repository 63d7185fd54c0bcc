import { expect, test } from 'vitest'
import { Fingerprints } from '#domain/search/index/fingerprints'

const texts = (many: number, mark: string) => Array.from({ length: many }, (_, i) => `${mark}${i}`)

test.each([0, 1, 2, 500, 20_000])('a written list of %i knows each of its members again', (many) => {
  const members = texts(many, '词')
  const read = new Fingerprints(Fingerprints.of(members).bytes)
  expect(members.filter((member) => !read.has(member))).toEqual([])
})

test('a list takes at most two in a thousand others for members, none when it is empty', () => {
  const list = Fingerprints.of(texts(5000, '词'))
  expect(texts(20_000, '别').filter((text) => list.has(text)).length).toBeLessThan(40)
  expect(texts(100, '别').filter((text) => Fingerprints.of([]).has(text))).toEqual([])
})

test('a list needs less than twelve bits a member', () => {
  expect(Fingerprints.of(texts(5000, '词')).bytes.length).toBeLessThan((5000 * 12) / 8)
})

test('a list that was cut off is not read', () => {
  const { bytes } = Fingerprints.of(texts(50, '词'))
  expect(() => new Fingerprints(bytes.subarray(0, bytes.length - 5))).toThrow('比说好的短')
})
