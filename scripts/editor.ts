// npm run editor -- --reset EMAIL: a new one-time password on the terminal, as there is no mail. 0, 1.
import { openPayload } from '../cms/src/openPayload.ts'
import { resetPassword } from '../cms/src/users/resetPassword.ts'

const [flag, email, ...rest] = process.argv.slice(2)
if (flag !== '--reset' || !email || rest.length > 0) {
  console.error('用法：npm run editor -- --reset 邮箱')
  process.exit(1)
}
const payload = await openPayload()
try {
  const password = await resetPassword(payload, email)
  console.log(`${email} 的新密码：${password}\n请登录后马上改掉它。`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  await payload.destroy()
}
