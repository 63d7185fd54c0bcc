import type { Snapshot } from '#domain/records/snapshot'
import type { ShippedTables } from '../../cms/src/loading/loadRecords.ts'
import { seedRecords, seedSettings } from '../../content/seed/records.ts'
import type { Content } from './contentMark.ts'

/** What ships with the product for one choice of content. */
export type Shipped = {
  tables: ShippedTables
  settings: Snapshot['settings']
  synonyms: Snapshot['synonyms']
  day: string
}

/** Day on which all shipped content counts as published, so that every clone gives the same bytes. */
const SHIPPED_DAY = '2022-12-31'

/**
 * The records of `none`, `seed` or `sample`; the sample stands beside the facts and never replaces one.
 * @param size cases of the sample where not the shipped number: a bench makes more of the same material
 */
export async function shippedContent(content: Content, size?: { cases: number }): Promise<Shipped> {
  const base = { settings: seedSettings, synonyms: { groups: [] }, day: SHIPPED_DAY }
  if (content === 'none') return { ...base, tables: {} }
  if (content === 'seed') return { ...base, tables: seedRecords }
  const { generateSample } = await import('../../content/sample/generate.ts')
  const sample = generateSample(size)
  const tables: Record<string, unknown> = { ...seedRecords }
  for (const [table, rows] of Object.entries(sample.tables))
    tables[table] = [...((tables[table] as unknown[] | undefined) ?? []), ...rows]
  return {
    ...base,
    tables: tables as ShippedTables,
    settings: { ...seedSettings, dutyCategories: sample.dutyCategories },
    synonyms: sample.synonyms,
  }
}
