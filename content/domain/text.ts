import { z } from 'zod'
import { cleanLine, cleanText, isBlank } from './cleanText.ts'

/** The longest that a text may be, in characters. */
export const LENGTHS = { shortName: 8, name: 100, line: 300, prose: 10_000 } as const

function bounded(clean: (text: string) => string, most: number) {
  return z
    .string()
    .overwrite(clean)
    .refine((text) => !isBlank(text), '没有填')
    .refine((text) => text.length <= most || [...text].length <= most, {
      error: ({ input }) => `写了${[...String(input)].length}个字，最多${most}个字`,
    })
}

/** A title or a name. */
export const nameText = bounded(cleanLine, LENGTHS.name)
/** A name that fits a narrow column. */
export const shortNameText = bounded(cleanLine, LENGTHS.shortName)
/** A text of one line. */
export const lineText = bounded(cleanLine, LENGTHS.line)
/** A text of any number of lines. */
export const proseText = bounded(cleanText, LENGTHS.prose)

/** What joins the items of a list in a CSV cell. */
export const LIST_SEPARATOR = ';'

/** One item of a list of texts. A half-width semicolon joins items in the tables, so inside an item it is the full-width one. */
export const itemText = bounded((text) => cleanLine(text).replaceAll(LIST_SEPARATOR, '；'), LENGTHS.line)
