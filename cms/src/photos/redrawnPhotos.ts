import { forTheProcess } from '../forTheProcess.ts'

/** More than this many are not remembered; the oldest go. */
const MOST = 1000

/** Photos that were drawn anew before Payload was asked to keep them: their name is the hash of their bytes. */
const originalNames = forTheProcess('redrawnPhotos', () => new Map<string, string>())

/** Remembers under which name a photo came. */
export function rememberRedrawn(name: string, originalName: string): void {
  originalNames.delete(name)
  originalNames.set(name, originalName)
  if (originalNames.size > MOST) originalNames.delete(originalNames.keys().next().value as string)
}

/** What a photo was called when it came; undefined for a file that was never drawn anew here. */
export const originalNameOf = (name: string): string | undefined => originalNames.get(name)
