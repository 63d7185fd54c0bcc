import { dictionary } from '@zxcvbn-ts/language-common'

/** How short a password may be, in characters. */
const SHORTEST = 10
/** How few different characters it may consist of. */
const FEWEST_DIFFERENT = 5
/** Passwords that everybody tries first, in lower case. */
const COMMON = new Set<string>(dictionary['passwords-common'])

/** What is wrong with a password as a sentence; null when it may be used. */
export function whatIsWrongWith(password: string, email = ''): string | null {
  if ([...password].length < SHORTEST) return `密码太短：至少${SHORTEST}个字符，最好是几个不相干的词`
  const typed = password.normalize('NFKC').toLowerCase()
  if (new Set(typed).size < FEWEST_DIFFERENT) return '密码里不同的字符太少：换一个别人猜不到的'
  if (/^[\d\s._/+-]+$/.test(typed)) return '密码不能只有数字：换一个别人猜不到的'
  const core = typed.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  if (COMMON.has(typed) || COMMON.has(core)) return '这个密码太常见，别人最先试的就是它：换一个别人猜不到的'
  const [name = ''] = email.toLowerCase().split('@')
  if (name.length >= 4 && typed.includes(name)) return '密码里有邮箱的名字：换一个别人猜不到的'
  return null
}
