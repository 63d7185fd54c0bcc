// npm run editor -- --reset EMAIL: a new password on the terminal, as there is no mail.
// npm run editor -- --administrator EMAIL: makes that person an administrator. 0, 1.
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { openPayload } from '../cms/src/openPayload.ts'
import { firstEditorFile } from '../cms/src/users/firstEditorFile.ts'
import { makeAdministrator, resetPassword } from '../cms/src/users/resetPassword.ts'
import { readProcessEnvironment } from './processes/command/environment.ts'

const [flag, email, ...rest] = process.argv.slice(2)
if ((flag !== '--reset' && flag !== '--administrator') || !email || rest.length > 0) {
  console.error('用法：npm run editor -- --reset 邮箱\n　　　npm run editor -- --administrator 邮箱')
  process.exit(1)
}
const payload = await openPayload()
try {
  if (flag === '--administrator') {
    const password = await makeAdministrator(payload, email)
    console.log(`${email} 现在是管理员。`)
    if (password) console.log(`新密码：${password}\n登录后先换成自己的密码。`)
  } else {
    const password = await resetPassword(payload, email)
    // What the first start wrote down no longer opens the door.
    const file = firstEditorFile(readProcessEnvironment().dataDir)
    if (existsSync(file) && readFileSync(file, 'utf8').split('\n')[0] === email) rmSync(file)
    console.log(`${email} 的新密码：${password}\n登录后先换成自己的密码。`)
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  await payload.destroy()
}
