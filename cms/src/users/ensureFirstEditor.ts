import { randomBytes } from 'node:crypto'
import type { Payload } from 'payload'
import type { WriteContext } from '../hooks/writeContext.ts'
import { firstEditorFile, writeFirstEditor } from './firstEditorFile.ts'

export type FirstEditor = {
  email: string
  /** The password that was made; null when it was given by the environment. */
  password: string | null
  /** File that holds both lines; null when the password was given. */
  file: string | null
}

/**
 * Makes the first administrator while there is no user, and nothing otherwise (then null). With EDITOR_EMAIL and
 * EDITOR_PASSWORD those are used; without, a random password is made and kept in DATA_DIR/first-editor.txt.
 */
export async function ensureFirstEditor(
  payload: Payload,
  given: { dataDir: string; email: string | undefined; password: string | undefined },
): Promise<FirstEditor | null> {
  const { totalDocs } = await payload.count({ collection: 'users' })
  if (totalDocs > 0) return null
  const email = given.email ?? 'admin@shaoxiang.invalid'
  const password = given.password ?? randomBytes(12).toString('base64url')
  if (!given.password) writeFirstEditor(given.dataDir, email, password)
  await payload.create({
    collection: 'users',
    data: { email, password, name: '管理员', role: 'administrator' },
    context: { password: given.password ? 'from the environment' : 'made' } satisfies WriteContext,
  })
  return given.password
    ? { email, password: null, file: null }
    : { email, password, file: firstEditorFile(given.dataDir) }
}
