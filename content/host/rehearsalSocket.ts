import { createHash } from 'node:crypto'
import os from 'node:os'
import path from 'node:path'

/** What the process of the newsroom says to the one that started it when the rehearsal is wanted. */
export const WANTS_REHEARSAL = { wants: 'rehearsal' } as const

/** Event of the newsroom's own process: inside it somebody wants the rehearsal, and whoever runs the process passes it on. */
const WANTED = 'shaoxiang:rehearsal'

type Emitter = { emit: (event: string) => boolean; on: (event: string, heard: () => void) => unknown }

/** Says inside this process that the rehearsal is wanted. */
export const wantRehearsal = () => (process as unknown as Emitter).emit(WANTED)
/** Hears it. */
export const onRehearsalWanted = (heard: () => void) => (process as unknown as Emitter).on(WANTED, heard)

/** The longest path that a local socket may have on every system that we run on, in bytes. */
const LONGEST_PATH = 100

/**
 * The folder (0700) in which the rehearsal listens, and its socket. Where the state lies too deep for a socket's path, a
 * folder of this account among the temporary ones takes its place.
 */
export function rehearsalSocket(dataDir: string): { folder: string; socket: string } {
  const own = path.join(dataDir, 'rehearsal')
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 16)
  const folder =
    Buffer.byteLength(path.join(own, 'socket')) <= LONGEST_PATH
      ? own
      : path.join(os.tmpdir(), `shaoxiang-${os.userInfo().uid}-${name}`)
  return { folder, socket: path.join(folder, 'socket') }
}
