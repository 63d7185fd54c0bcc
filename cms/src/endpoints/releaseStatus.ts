import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Endpoint } from 'payload'
import { type ReleaseStatus, releaseStatus as schema } from '#domain/published/release'
import { roleOf } from '../access/roles.ts'
import { DATABASE_AWAY, isAway } from '../databaseErrors.ts'
import { env } from '../env.ts'
import { countOutbox } from '../snapshot/outbox.ts'

/**
 * `GET /api/release-status` (signed in): what the publisher last wrote down, with the writes that wait now; 503 with
 * a sentence while the database does not answer.
 */
export const releaseStatus: Endpoint = {
  path: '/release-status',
  method: 'get',
  handler: async (req) => {
    let pending: number
    try {
      pending = await countOutbox(req.payload)
    } catch (error) {
      if (!isAway(error)) throw error
      return Response.json({ errors: [{ message: DATABASE_AWAY }] }, { status: 503 })
    }
    if (roleOf(req) === null) return Response.json({ errors: [{ message: '请先登录' }] }, { status: 401 })
    return Response.json({ ...(await readReleaseStatus(env.dataDir)), pending })
  },
}

const NONE_YET: ReleaseStatus = {
  state: 'idle',
  progress: null,
  since: null,
  release: null,
  searchRelease: null,
  pending: 0,
  reason: null,
  held: [],
}

/** The publisher's own words, from DATA_DIR/release-status.json; idle while there is no such file. */
export async function readReleaseStatus(dataDir: string): Promise<ReleaseStatus> {
  let text: string
  try {
    text = await readFile(path.join(dataDir, 'release-status.json'), 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return NONE_YET
    throw error
  }
  return schema.parse(JSON.parse(text))
}
