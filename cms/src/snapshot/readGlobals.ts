import type { Payload } from 'payload'
import { GLOBALS, type GlobalName, type Snapshot } from '#domain/records/snapshot'
import { assembleGlobal, type GlobalValue } from './assembleGlobal.ts'

/** Why a global cannot be public as it is kept. */
export type GlobalProblem = { global: GlobalName; reason: string }
export type PublicGlobals = {
  /** Null where a problem stands in the way: nothing is made up in their place. */
  settings: Snapshot['settings'] | null
  synonyms: Snapshot['synonyms'] | null
  problems: GlobalProblem[]
}

/** The globals as the public side gets them. */
export async function readGlobals(payload: Payload): Promise<PublicGlobals> {
  const problems: GlobalProblem[] = []
  const read = async <G extends GlobalName>(global: G): Promise<GlobalValue<G> | null> => {
    const found = assembleGlobal(global, (await payload.db.findGlobal({ slug: global })) ?? {})
    for (const reason of found.problems) problems.push({ global, reason })
    return found.value
  }
  const settings = await read('site-settings')
  return { settings, synonyms: await read('synonyms'), problems }
}

/** The same where nothing can be done without them. Throws in words what is to be filled in. */
export function completeGlobals({
  settings,
  synonyms,
  problems,
}: PublicGlobals): Pick<Snapshot, 'settings' | 'synonyms'> {
  if (settings && synonyms) return { settings, synonyms }
  const words = problems.map(({ global, reason }) => `${GLOBALS[global].label}的${reason}`)
  throw new Error(`还不完整：请在编辑部填好 ${words.join('；')}`)
}
