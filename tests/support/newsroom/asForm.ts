import type { Answer, TestCms, Who } from './cmsDatabase.ts'

/**
 * Saves as the form of the admin does: all fields, and on which state it was opened. A body may say that itself.
 * @param address of a record or a global below `/api`
 */
export async function asForm(cms: TestCms, who: Who, address: string, body: object): Promise<Answer> {
  const isGlobal = address.startsWith('globals/')
  const [door] = address.split('?')
  const { body: opened } = await cms.rest(who, 'GET', isGlobal ? address : `${door}?draft=true`)
  return cms.rest(who, isGlobal ? 'POST' : 'PATCH', address, { basedOn: opened.updatedAt, ...body })
}
