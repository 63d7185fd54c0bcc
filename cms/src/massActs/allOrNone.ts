import type { CollectionAfterOperationHook } from 'payload'
import { refuse } from '../hooks/refuse.ts'

type OfMany = { docs: unknown[]; errors: { message: string; isPublic: boolean }[] }

/** How many of the refusals are said. */
const SAID = 5

/**
 * A write of many records is all of them or none: the library gathers what was refused and would keep the rest. Throws,
 * before anything is kept, with the number and the first reasons.
 */
export const allOrNone: CollectionAfterOperationHook = ({ operation, result }) => {
  if (operation !== 'update') return result
  const { docs, errors } = result as unknown as OfMany
  // Where the database failed, it keeps nothing by itself and says so in its own words.
  if (errors.length === 0 || errors.some(({ isPublic }) => !isPublic)) return result
  const reasons = errors.slice(0, SAID).map(({ message }) => message)
  refuse(
    `一条也没有保存：${docs.length + errors.length}条里有${errors.length}条不行（${reasons.join('；')}${errors.length > SAID ? ' 等' : ''}）`,
  )
}
