import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AREA_LEVELS } from '#domain/vocabulary'
import { type Merged, mergerFault, type TreeArea, treeFault } from '#domain/world/areaTree'
import { seedOf } from '../../support/generated.ts'

const slug = fc.integer({ min: 0, max: 6 }).map((n) => `a-${n}`)
const area = fc.record({
  slug,
  name: fc.constantFrom('甲', '乙', '丙'),
  level: fc.constantFrom(...AREA_LEVELS),
  parent: fc.option(slug, { nil: undefined }),
})

/** Whether going up from an area comes to an end. */
function ends(start: TreeArea, tree: ReadonlyMap<string, TreeArea>): boolean {
  let at: TreeArea | undefined = start
  for (let steps = 0; at && steps <= tree.size; steps++) at = at.parent ? tree.get(at.parent) : undefined
  return at === undefined
}

test('whatever areas are accepted one after the other, no one is ever below itself and levels only go down', () => {
  fc.assert(
    fc.property(fc.array(area, { maxLength: 30 }), (edits) => {
      const tree = new Map<string, TreeArea>()
      for (const edit of edits) {
        const others = [...tree.values()].filter((each) => each.slug !== edit.slug)
        if (treeFault(edit, others) === null) tree.set(edit.slug, edit)
      }
      for (const each of tree.values()) expect(ends(each, tree)).toBe(true)
    }),
    seedOf('areas', 300),
  )
})

const merging = fc.record({
  slug,
  name: fc.constantFrom('甲', '乙', '丙'),
  level: fc.constantFrom('community' as const, 'village' as const, 'compound' as const, undefined),
  replacedBy: fc.option(slug, { nil: undefined }),
})

test('whatever mergers and levels are accepted one after the other, none comes back to itself or leads to another level', () => {
  fc.assert(
    fc.property(fc.array(merging, { maxLength: 30 }), (edits) => {
      const all = new Map<string, Merged>()
      for (const edit of edits) {
        const others = [...all.values()].filter((each) => each.slug !== edit.slug)
        if (mergerFault(edit, others) === null) all.set(edit.slug, edit)
      }
      for (const each of all.values()) {
        const way = [each]
        for (let at = all.get(each.replacedBy ?? ''); at; at = all.get(at.replacedBy ?? '')) {
          expect(way).not.toContain(at)
          way.push(at)
        }
        const [own, into] = way.map(({ level }) => level)
        if (own && into) expect(own === 'compound').toBe(into === 'compound')
      }
    }),
    seedOf('mergers', 300),
  )
})

test('a place that is no zone stands below something', () => {
  for (const level of AREA_LEVELS) {
    const fault = treeFault({ slug: 'a', name: '甲', level }, [])
    if (level === 'zone') expect(fault).toBeNull()
    else expect([level, fault]).toEqual([level, expect.stringContaining('没有写上级')])
  }
})

test('a loop is told by its names', () => {
  const parts: TreeArea[] = [
    { slug: 'b', name: '青桐社区', level: 'community', parent: 'c' },
    { slug: 'c', name: '桐苑小区', level: 'compound', parent: 'a' },
  ]
  const fault = treeFault({ slug: 'a', name: '艾溪湖管理处', level: 'office', parent: 'b' }, parts)
  expect(fault).toContain('艾溪湖管理处属于青桐社区属于桐苑小区属于艾溪湖管理处')
  expect(treeFault({ slug: 'a', name: '甲', level: 'zone', parent: 'a' }, [])).toContain('甲属于甲')
})
