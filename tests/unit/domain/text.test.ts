import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { z } from 'zod'
import { cleanLine, cleanText, isBlank, nameSameness } from '#domain/cleanText'
import { fieldsOf } from '#domain/field'
import { GLOBALS, TABLES } from '#domain/records/snapshot'
import { itemText, LENGTHS, lineText, nameText, proseText } from '#domain/text'
import { seedOf } from '../../support/generated.ts'
import { unseenSign } from '../../support/private/privateMarksBetween.ts'

/** Any text that a keyboard, a clipboard or a script may bring. */
const anyText = fc.string({ unit: 'binary', maxLength: 60 })
const unseen = fc.oneof(
  fc.constantFrom('\u0000', '\u001b', '\u200b', '\u200d', '\u202e', '\u2060', '\u0085', '\ud83d', '\u0301'),
  unseenSign,
)

test('a kept text has nothing that nobody sees and no blanks around it, and cleaning it again changes nothing', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(anyText, unseen)).map((parts) => parts.join('')),
      (given) => {
        const clean = cleanText(given)
        expect(clean).not.toMatch(
          /(?![\n\u200d])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800]/u,
        )
        expect(clean).not.toMatch(/\u200d(?!\p{Extended_Pictographic})/u)
        expect(clean).toBe(clean.trim())
        expect(cleanText(clean)).toBe(clean)
        expect(cleanLine(given)).not.toContain('\n')
      },
    ),
    seedOf('kept texts'),
  )
})

test.each([
  ['⼥厕', '女厕'],
  ['⻋⻔', '车门'],
  ['Ａ栋３层', 'A栋3层'],
  ['ﬁn', 'fin'],
  ['e\u0301', 'é'],
])('%s and %s are one text', (typed, kept) => {
  expect(cleanText(typed)).toBe(kept)
})

test.each(['100㎡，（两处）', 'm²', '①先看；②再办', '👨\u200d👩\u200d👧', '👩🏽\u200d🚒', '“哨响”——公开…'])(
  '%s means what it means and stays',
  (text) => {
    expect(cleanText(text)).toBe(text)
  },
)

test('a text of which a reader sees nothing is no text', () => {
  const nothing = fc
    .array(fc.oneof(fc.constantFrom(' ', '\u3000', '\u200d', '\n'), unseenSign))
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(nothing, (text) => {
      expect(isBlank(cleanText(text))).toBe(true)
      for (const schema of [nameText, lineText, proseText, itemText])
        expect(schema.safeParse(text).error?.issues[0]?.message).toBe('没有填')
    }),
    seedOf('texts of nothing'),
  )
})

test('a text longer than its field is refused with both numbers, counted as people count', () => {
  expect(nameText.safeParse('😀'.repeat(LENGTHS.name)).success).toBe(true)
  expect(nameText.safeParse('字'.repeat(101)).error?.issues[0]?.message).toBe('写了101个字，最多100个字')
  expect(lineText.safeParse('字'.repeat(301)).success).toBe(false)
  expect(proseText.safeParse('字'.repeat(10_001)).success).toBe(false)
})

test('what joins the items of a list cannot stand in an item', () => {
  expect(itemText.parse('看了现场;签了字')).toBe('看了现场；签了字')
})

test('two names that look the same are the same name, wherever what nobody sees stands in them', () => {
  const name = '攻击社区甲'
  const dressed = fc
    .tuple(
      fc.integer({ min: 0, max: name.length }),
      fc.oneof(unseenSign, fc.constantFrom(' ', '\u3000', '\u200d')),
      fc.constantFrom('', '\u0301', '\u20dd'),
      fc.boolean(),
    )
    .map(([at, sign, mark, traditional]) => {
      const text = name.slice(0, at) + sign + name.slice(at) + mark
      return traditional ? text.replace('击', '擊').replace('区', '區') : text
    })
  fc.assert(
    fc.property(dressed, (text) => {
      expect(nameSameness(text)).toBe(nameSameness(name))
    }),
    seedOf('same names'),
  )
  expect(nameSameness('城建局')).not.toBe(nameSameness('城建'))
  expect(nameSameness('攻击社区乙')).not.toBe(nameSameness(name))
})

/** Every text in a schema that is not of a closed shape, with the path to it. */
function freeTexts(schema: z.ZodType, path: string): string[] {
  const def = (schema as unknown as { def: Record<string, unknown> }).def
  const inner = (def.innerType ?? def.element ?? def.in) as z.ZodType | undefined
  if (inner) return freeTexts(inner, path)
  if (def.type === 'object')
    return Object.entries(def.shape as Record<string, z.ZodType>).flatMap(([name, field]) =>
      freeTexts(field, `${path}.${name}`),
    )
  const isLoose = ['\u0007 \u200b', 'a'.repeat(20_000)].some((text) => schema.safeParse(text).success)
  return def.type === 'string' && isLoose ? [path] : []
}

test('no field of a public record takes a text that is not bounded, cleaned and seen', () => {
  const schemas = { ...TABLES, ...GLOBALS }
  const loose = Object.entries(schemas).flatMap(([table, { schema }]) => {
    expect(fieldsOf(schema).length).toBeGreaterThan(0)
    return freeTexts(schema, table)
  })
  expect(loose).toEqual([])
})
