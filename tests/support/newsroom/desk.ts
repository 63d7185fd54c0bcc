import type { TypedUser } from 'payload'
import type { Role } from '#domain/vocabulary'
import type { TestCms } from './cmsDatabase.ts'

/** The desk of somebody of a role. */
export async function deskLines(cms: TestCms, role: Role, today = '2022-12-31') {
  const { deskOf } = await import('../../../cms/src/desk/deskOf.ts')
  return deskOf({ payload: cms.payload, req: { user: cms.users[role] as TypedUser }, role, today })
}

/** What it says, line by line. */
export async function deskWords(cms: TestCms, role: Role, today?: string): Promise<string[]> {
  return (await deskLines(cms, role, today)).map(({ words }) => words)
}
