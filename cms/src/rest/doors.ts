import type { User } from 'payload'

/** Where a request wants to go: below `/api`, decoded as the router decodes it, without empty steps. */
export function doorOf(request: Pick<Request, 'url'>): string {
  const steps = new URL(request.url).pathname.split('/').filter((step) => step !== '')
  return steps.slice(1).map(decoded).join('/')
}

function decoded(step: string): string {
  try {
    return decodeURIComponent(step)
  } catch {
    return step
  }
}

/** What answers without a session: nothing else does. */
const OPEN = ['POST users/login', 'POST users/logout', 'GET health']

/** What the library would offer and the newsroom has not: said in words, whoever asks. */
const CLOSED: [RegExp, string, method?: string][] = [
  [
    /^users\/(forgot-password|reset-password)\b/i,
    '这里不发邮件，密码由管理员重设：请管理员在“人员”里给你设一个新密码，或在服务器上运行 npm run editor -- --reset 邮箱',
  ],
  [/^users\/(first-register|verify|unlock|init)\b/i, '人员由管理员在“人员”里添加'],
  [/^media\/paste-url\b/i, '照片只能上传，不能给网址'],
  [
    /^globals\/[^/]+\/versions\/[^/]+\/?$/i,
    '设置一保存就公开，不能直接恢复成从前的样子：请对照历史改好，写上变更说明再保存',
    'POST',
  ],
  [/^(payload-(jobs|kv|migrations)|og)\b/i, '这里没有对外的入口'],
]

/** Whether a request may be answered without a session. */
export const isOpen = (request: Request): boolean => OPEN.includes(`${request.method} ${doorOf(request)}`)

/** Why nobody may go there; null where somebody may. */
export function closedDoor(request: Request): string | null {
  const door = doorOf(request)
  const isClosed = ([pattern, , method = request.method]: (typeof CLOSED)[number]) =>
    pattern.test(door) && method === request.method
  return CLOSED.find(isClosed)?.[1] ?? null
}

/** Whether a person who has yet to replace a password that the product made may go there: one's own account only. */
export function leadsToOwnAccount(request: Request, user: User): boolean {
  const door = doorOf(request)
  if (isOpen(request)) return true
  if (door === `users/${user.id}`) return request.method === 'GET' || request.method === 'PATCH'
  return [
    'GET users/me',
    'POST users/refresh-token',
    `POST users/access/${user.id}`,
    'GET access',
    `GET payload-preferences/collection-users-${user.id}`,
  ].includes(`${request.method} ${door}`)
}
