import type { CollectionBeforeChangeHook } from 'payload'
import { whatIsWrongWith } from '../users/goodPassword.ts'
import { refuse } from './refuse.ts'
import { writeContext } from './writeContext.ts'

type Person = { password?: unknown; email?: string; passwordIsMade?: boolean }

/** A password is long enough and none that everybody tries; one that the product made is marked, until it is replaced. */
export const checkPassword: CollectionBeforeChangeHook = ({ data, originalDoc, req }) => {
  const person = data as Person
  if (typeof person.password !== 'string' || person.password === '') return data
  const { password: given } = writeContext(req.context)
  person.passwordIsMade = given === 'made'
  if (given) return data
  const wrong = whatIsWrongWith(person.password, person.email ?? (originalDoc as Person | undefined)?.email)
  if (wrong) refuse(wrong)
  return data
}
