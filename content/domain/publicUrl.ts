import { z } from 'zod'

/**
 * A full address of the web that shows what it is: no user part before the host (it makes one host look like another),
 * no backslash, no blank.
 */
export const publicUrl = z
  .url({ protocol: /^https?$/, error: '要写完整网址，以 http:// 或 https:// 开头' })
  .max(2_000, '网址最多2000个字符')
  .refine((address) => !/[\\\s\p{Cc}\p{Cf}]/u.test(address), '网址里不能有空格、反斜线或看不见的字符')
  .refine((address) => !hasUserPart(address), '网址里不能有用户名（@ 前面的部分）')

function hasUserPart(address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : null
  return url !== null && (url.username !== '' || url.password !== '')
}
