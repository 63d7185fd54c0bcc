import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { CollectionAfterLoginHook } from 'payload'
import { env } from '../env.ts'

/** Where the first administrator's address and password are kept until the first login: two lines, mode 0600. */
export function firstEditorFile(dataDir: string): string {
  return path.join(dataDir, 'first-editor.txt')
}

/** Writes the two lines. */
export function writeFirstEditor(dataDir: string, email: string, password: string): void {
  mkdirSync(dataDir, { recursive: true })
  writeFileSync(firstEditorFile(dataDir), `${email}\n${password}\n`, { mode: 0o600 })
}

/** After the person of that file has logged in, the file goes. */
export const forgetFirstPassword: CollectionAfterLoginHook = ({ user }) => {
  const file = firstEditorFile(env.dataDir)
  if (!existsSync(file)) return
  const [email] = readFileSync(file, 'utf8').split('\n')
  if (email === (user as { email?: string }).email) rmSync(file, { force: true })
}
