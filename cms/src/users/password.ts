import { pbkdf2, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

type Kept = { hash?: string | null; salt?: string | null } | null

const derive = promisify(pbkdf2)
/** How Payload keeps a password, by what its hash begins with; what begins otherwise is from before. */
const TODAY = { begins: 'pbkdf2-sha256-v1:', iterations: 600_000, length: 32 }
const BEFORE = { begins: '', iterations: 25_000, length: 512 }

/** Whether this is the password that was kept. Takes as long for somebody who is not there. */
export async function isPasswordOf(kept: Kept, password: string): Promise<boolean> {
  const { hash, salt } = kept ?? {}
  const way = !hash || hash.startsWith(TODAY.begins) ? TODAY : BEFORE
  const made = await derive(password, salt ?? 'nobody', way.iterations, way.length, 'sha256')
  const expected = Buffer.from(hash?.slice(way.begins.length) ?? '', 'hex')
  return Boolean(salt) && expected.length === made.length && timingSafeEqual(expected, made)
}
