import { z } from 'zod'
import { GLOBALS, TABLE_NAMES, TABLES, type TableName } from '#domain/records/snapshot'
import type { SampleRecords } from './sampleRecords.ts'

const PARTS = [...TABLE_NAMES, 'media', 'categories', 'synonyms'] as const
export type SamplePart = (typeof PARTS)[number]

/** How much of the demonstration there is, by part. A person acknowledges exactly these numbers. */
export const sampleCounts = z.strictObject(
  Object.fromEntries(PARTS.map((part) => [part, z.number().int().nonnegative()])) as Record<
    SamplePart,
    z.ZodNumber
  >,
)
export type SampleCounts = Record<SamplePart, number>

export function countsOf({ tables, media, words }: SampleRecords): SampleCounts {
  return {
    ...(Object.fromEntries(TABLE_NAMES.map((t) => [t, tables[t].length])) as Record<TableName, number>),
    media: media.length,
    categories: words.categories.sample.length,
    synonyms: words.groups.sample.length,
  }
}

export function isSameCounts(a: SampleCounts, b: SampleCounts): boolean {
  return PARTS.every((part) => a[part] === b[part])
}

/** Everything together. */
export function totalOf(counts: SampleCounts): number {
  return PARTS.reduce((sum, part) => sum + counts[part], 0)
}

/** The parts that there are, each as a name and a number with its measure word. */
export function countsInWords(counts: SampleCounts): { name: string; count: string }[] {
  return PARTS.filter((part) => counts[part] > 0).map((part) => ({
    name: nameOf(part),
    count: `${counts[part]}${UNITS[part] ?? '条'}`,
  }))
}

const UNITS: Partial<Record<SamplePart, string>> = { media: '张', categories: '个', synonyms: '组' }

function nameOf(part: SamplePart): string {
  if (part === 'media') return '只有演示数据用到的照片'
  if (part === 'categories') return `${GLOBALS['site-settings'].label}里的演示大类名`
  if (part === 'synonyms') return `${GLOBALS.synonyms.label}里随演示装入的词组`
  return TABLES[part].label
}
