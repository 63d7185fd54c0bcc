import { dictionary } from '@zxcvbn-ts/language-common'

/** How short a password may be, in characters. */
const SHORTEST = 10
/** How few different characters it may consist of. */
const FEWEST_DIFFERENT = 5
/** Passwords that everybody tries first, in lower case. */
const COMMON = new Set<string>(dictionary['passwords-common'])

/** How much of a password must be more than the next letter, digit or key after the one before. */
const FEWEST_STEPS = 6
/** Keys that lie beside each other. */
const ROWS = ['qwertyuiop[]', "asdfghjkl;'", 'zxcvbnm,./', '1234567890-=']
/** What the product is called, which everybody here would try. */
const OWN_NAMES = /shao-?xiang|哨响/g
/** The shortest part of an address that tells whose it is. */
const SHORTEST_PART = 4

/** What is wrong with a password as a sentence; null when it may be used. */
export function whatIsWrongWith(password: string, email = ''): string | null {
  if ([...password].length < SHORTEST) return `密码太短：至少${SHORTEST}个字符，最好是几个不相干的词`
  const typed = password.normalize('NFKC').toLowerCase()
  if (new Set(typed).size < FEWEST_DIFFERENT) return '密码里不同的字符太少：换一个别人猜不到的'
  if (/^[\d\s._/+-]+$/.test(typed)) return '密码不能只有数字：换一个别人猜不到的'
  const core = typed.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  if (COMMON.has(typed) || COMMON.has(core)) return '这个密码太常见，别人最先试的就是它：换一个别人猜不到的'
  if (/\S@\S+\.\S/.test(typed)) return '密码不能是邮箱：换一个别人猜不到的'
  const parts = email.toLowerCase().split(/[^\p{L}\p{N}]+/u)
  if (parts.some((part) => part.length >= SHORTEST_PART && typed.includes(part)))
    return '密码里有邮箱的一部分：换一个别人猜不到的'
  if (stepsOf(typed) < FEWEST_STEPS) return '密码里多半是挨着的字母、数字或键：换一个别人猜不到的'
  const others = typed.replace(OWN_NAMES, '')
  if (others !== typed && stepsOf(others.replace(/\P{L}+/gu, '')) < SHORTEST_PART)
    return '密码只是本站的名字加几个字符：换一个别人猜不到的'
  return null
}

/** How many characters are not simply beside the one before: 1 for `abcdefghij`, 2 for `abc1234567`. */
function stepsOf(text: string): number {
  const signs = [...text]
  return signs.filter((sign, n) => n === 0 || !areBeside(signs[n - 1] as string, sign)).length
}

function areBeside(one: string, other: string): boolean {
  if (Math.abs((one.codePointAt(0) as number) - (other.codePointAt(0) as number)) <= 1) return true
  return ROWS.some((row) => row.includes(one + other) || row.includes(other + one))
}
