// A child of start, after the content is loaded: the public address, and the first administrator.
import { existsSync, readFileSync } from 'node:fs'
import { openPayload } from '../../../cms/src/openPayload.ts'
import { ensureFirstEditor } from '../../../cms/src/users/ensureFirstEditor.ts'
import { firstEditorFile } from '../../../cms/src/users/firstEditorFile.ts'
import { readProcessEnvironment } from '../command/environment.ts'
import { Refusal } from '../command/refusal.ts'
import { settleSiteAddress } from './siteAddress.ts'

const { dataDir, EDITOR_EMAIL, EDITOR_PASSWORD, SITE_URL } = readProcessEnvironment()
const payload = await openPayload()

/** How to sign in, in words. */
async function signIn(): Promise<string> {
  const made = await ensureFirstEditor(payload, { dataDir, email: EDITOR_EMAIL, password: EDITOR_PASSWORD })
  if (made && made.password === null) return `登录：${made.email}，密码是 EDITOR_PASSWORD 给的那个`
  const file = firstEditorFile(dataDir)
  if (!existsSync(file)) return '登录：用已有的账号（忘了密码：npm run editor -- --reset 邮箱）'
  const [email, password] = readFileSync(file, 'utf8').split('\n')
  return `登录：${email}，密码 ${password}（也写在 ${file}，第一次登录后删除；登录后请改密码）`
}

let code = 0
try {
  const { totalDocs } = await payload.count({ collection: 'users' })
  await settleSiteAddress(payload, SITE_URL, totalDocs === 0)
  const line = await signIn()
  process.send?.({ line })
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  process.send?.({ refused: error.message })
  code = error.code
} finally {
  await payload.destroy()
}
process.exitCode = code
