import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { departmentSlug } from '../../../content/sample/departments.ts'
import { readMaterial, readMaterialFile } from '../../../content/sample/material.ts'
import type { Place } from '../../../content/sample/places.ts'
import { randomOf } from '../../../content/sample/random.ts'
import { filled, titled } from '../../../content/sample/texts.ts'

const material = readMaterial()
const place: Place = {
  name: '玉兰苑小区',
  area: 'demo-a',
  isArea: true,
  community: '青桐社区（演示）',
  households: 300,
  weight: 1,
}

describe('the hand-written material', () => {
  test('has at least 300 situations of 141 duties, each duty with one', () => {
    expect(material.situations.length).toBeGreaterThanOrEqual(300)
    expect(new Set(material.situations.map((s) => s.id)).size).toBe(material.situations.length)
    const told = new Set(material.situations.map((s) => s.duty))
    expect(material.duties.filter((d) => !told.has(d.key)).map((d) => d.key)).toEqual([])
    expect(material.duties.map((d) => d.number).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 141 }, (_, i) => i + 1),
    )
  })

  test('names only departments that exist, and says what each of them did', () => {
    for (const d of material.duties) for (const name of [d.lead, ...d.responsible]) departmentSlug(name)
    const silent = material.situations.filter((s) => s.departments.some((d) => !s.actions[d]))
    expect(silent.map((s) => s.id)).toEqual([])
    expect(() => departmentSlug('水利局')).toThrow('水利局')
  })

  test('is refused in words that name file and entry', () => {
    const schema = z.strictObject({ title: z.string() })
    expect(() => readMaterialFile(schema, 'duties/1.yaml', 'title: 3')).toThrow(/duties\/1\.yaml.*title/)
  })
})

describe('texts', () => {
  test('are filled, and an unknown placeholder is refused', () => {
    const text = filled('{地点}有{n:2-4}户，{村社}来看过。', place, randomOf('a'))
    expect(text).toMatch(/^玉兰苑小区有[234]户，青桐社区（演示）来看过。$/)
    expect(() => filled('{街道}', place, randomOf('a'))).toThrow('{街道}')
  })

  test('titles say where once', () => {
    expect(titled('玉兰苑小区电梯停运', place)).toBe('玉兰苑小区电梯停运')
    expect(titled('小区车位不足', place)).toBe('玉兰苑小区车位不足')
    expect(titled('楼道堆物', place)).toBe('玉兰苑小区楼道堆物')
  })
})

describe('chance', () => {
  test('is the same for the same seed and another for another', () => {
    const draw = (seed: string) =>
      Array.from(
        { length: 5 },
        (
          (r) => () =>
            r.int(0, 999)
        )(randomOf(seed)),
      )
    expect(draw('x')).toEqual(draw('x'))
    expect(draw('x')).not.toEqual(draw('y'))
    expect(draw('x')).toEqual(draw('x').map((n) => Math.trunc(n)))
  })
})
