import type { Payload, SanitizedCollectionConfig } from 'payload'
import { doorOf } from './doors.ts'

/** Whether a text can be the id of a record on this database. */
export function isId(payload: Payload, text: string): boolean {
  return payload.db.defaultIDType === 'number'
    ? /^(0|[1-9]\d{0,14})$/.test(text)
    : /^[\da-f]{24}$/i.test(text)
}

/** Whether an address below `/api` writes the number of a record with zeros before it: one record has one address. */
export function hasPaddedId(payload: Payload, url: URL): boolean {
  const steps = doorOf({ url: url.href }).split('/')
  // Addresses of public pages have numbers of another kind in them.
  if (steps[0] === 'rehearsal') return false
  return payload.db.defaultIDType === 'number' && steps.some((step) => /^0\d+$/.test(step))
}

/** Words that stand where an id stands, for one method: of another one the library would read them as an id. */
const WORDS_OF = (config: SanitizedCollectionConfig, asked: string): string[] =>
  (config.endpoints || []).flatMap(({ method, path }) => {
    const [first = ''] = path.split('/').filter((step) => step !== '')
    return method !== asked || first === '' || first.startsWith(':') ? [] : [first]
  })

/**
 * Whether an address below `/api` can lead to something: an id is one of this database's, and versions are asked of what
 * has versions. The databases would stumble over anything else.
 */
export function isKnownAddress(payload: Payload, url: URL, method: string): boolean {
  const steps = doorOf({ url: url.href }).split('/')
  const isGlobal = steps[0] === 'globals'
  const [slug = '', second, third] = isGlobal ? steps.slice(1) : steps
  if (isGlobal) {
    const config = payload.config.globals.find((each) => each.slug === slug)
    return second !== 'versions' || third === undefined || (Boolean(config?.versions) && isId(payload, third))
  }
  const config = payload.collections[slug as 'cases']?.config
  if (!config || second === undefined) return true
  if (slug === 'payload-preferences') return third === undefined && /^[\w-]{1,200}$/.test(second)
  if (slug === 'media' && second === 'file') return /^[\da-f]{64}\.webp$/.test(third ?? '')
  const isWord = WORDS_OF(config, method.toLowerCase()).includes(second)
  if (second === 'versions' && (!config.versions || (third === undefined && method !== 'GET'))) return false
  if (second === 'access' || second === 'versions')
    return isWord && (third === undefined || isId(payload, third))
  return isWord || isId(payload, second)
}
