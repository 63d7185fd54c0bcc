import type { Duty } from '#domain/records/duty'
import type { Synonyms } from '#domain/records/synonyms'
import { departmentSlug } from './departments.ts'
import type { DutyMaterial } from './material.ts'
import { FIRST_DAY, SHIPPED_SAMPLE } from './shippedSample.ts'

/** The invented duty list as rows. */
export function dutyRows(duties: readonly DutyMaterial[]): Duty[] {
  return duties.map((d) => ({
    code: `DEMO-${d.key}`,
    title: d.title,
    category: d.category,
    lead: departmentSlug(d.lead),
    responsible: d.responsible.map(departmentSlug),
    post: d.post,
    arrivalHours: d.arrivalHours,
    handlingDays: d.handlingDays,
    covers: d.covers,
    excludes: d.excludes,
    basis: d.basis ?? [],
    wordings: d.wordings,
    ...SHIPPED_SAMPLE,
    ...FIRST_DAY,
  }))
}

/** The everyday words of the duty list as groups of synonyms. */
export function synonymGroups(duties: readonly DutyMaterial[]): Synonyms['groups'] {
  return duties.map((d) => ({ term: d.title, words: d.wordings }))
}
