import { z } from 'zod'
import { field } from '../field.ts'
import { itemText, lineText } from '../text.ts'

/** 俗称词表: groups of words that mean the same to a reader; the first is the word of the duty list. */
export const synonyms = z.object({
  groups: field(
    z.array(
      z.object({
        term: field(lineText, '清单用词', '权责清单里的说法，例如 外墙脱落。'),
        words: field(z.array(itemText).min(1, '至少写一个说法'), '平常的说法', '例如 墙皮掉了。'),
      }),
    ),
    '词组',
    '每组一个清单用词和它的平常说法。',
  ),
})
export type Synonyms = z.infer<typeof synonyms>
