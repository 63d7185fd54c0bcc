import type { Sample } from '../../../content/sample/generate.ts'
import { readMaterial } from '../../../content/sample/material.ts'
import { seedRecords } from '../../../content/seed/records.ts'

/**
 * Takes from a text of the demonstration what only tells one place, body or amount from another: names of areas and of
 * the places in them, names of departments, and numbers. Two texts that are then the same say the same.
 */
export function maskedNames(sample: Sample): (text: string) => string {
  const places = readMaterial().towns.flatMap((town) =>
    town.communities.flatMap((c) =>
      Object.values(c.places)
        .flat()
        .map((p) => (typeof p === 'string' ? p : p.name)),
    ),
  )
  const departments = [...seedRecords.departments, ...sample.tables.departments]
  const names = [
    ...places,
    ...sample.tables.areas.flatMap((a) => [a.name, a.name.replace('（演示）', '')]),
    ...departments.flatMap((d) => [d.name, d.shortName ?? d.name]),
  ]
  // The longest first: 青桐社区（演示） before 青桐社区.
  const known = [...new Set(names)].sort((a, b) => b.length - a.length)
  const pattern = new RegExp(known.join('|'), 'g')
  return (text) => text.replace(pattern, '＊').replace(/\d+/g, '#')
}
