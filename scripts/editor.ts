// npm run editor -- --reset EMAIL: a new one-time password on the terminal, as there is no mail. 0, 1.
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { openPayload } from '../cms/src/openPayload.ts'
import { firstEditorFile } from '../cms/src/users/firstEditorFile.ts'
import { resetPassword } from '../cms/src/users/resetPassword.ts'
import { readProcessEnvironment } from './processes/environment.ts'

const [flag, email, ...rest] = process.argv.slice(2)
if (flag !== '--reset' || !email || rest.length > 0) {
  console.error('用法：npm run editor -- --reset 邮箱')
  process.exit(1)
}
const payload = await openPayload()
try {
  const password = await resetPassword(payload, email)
  // What the first start wrote down no longer opens the door.
  const file = firstEditorFile(readProcessEnvironment().dataDir)
  if (existsSync(file) && readFileSync(file, 'utf8').split('\n')[0] === email) rmSync(file)
  console.log(`${email} 的新密码：${password}\n请登录后马上改掉它。`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  await payload.destroy()
}
