import { request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { type AskedRehearsal, type RehearsalAnswer, rehearsalAnswer } from '#domain/published/rehearsal'
import { rehearsalSocket, wantRehearsal } from '#host/rehearsalSocket'
import { env } from '../env.ts'

/** While it reads what is live it does not answer; in milliseconds. */
const READY_MS = 1_000
/** The longest that one answer takes. */
const ANSWER_MS = 60_000
/** It has been asked for: so soon it may answer where there is little to read. */
const SOON_MS = 300

type Answered = { status: number; type: string; body: Buffer }

/** Asks the rehearsal over its socket; null when it is not there or does not answer in time. */
function ask(
  path: string,
  given: { body?: string; owner?: string; within: number },
): Promise<Answered | null> {
  const { body, owner, within } = given
  const { socket } = rehearsalSocket(env.dataDir)
  return new Promise((resolve) => {
    const asked = request(
      {
        socketPath: socket,
        path,
        method: body === undefined ? 'GET' : 'POST',
        headers: { ...(owner ? { 'x-owner': owner } : {}) },
        signal: AbortSignal.timeout(within),
      },
      (answer) => {
        const pieces: Buffer[] = []
        answer.on('data', (piece: Buffer) => pieces.push(piece))
        answer.on('error', () => resolve(null))
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 500,
            type: answer.headers['content-type'] ?? '',
            body: Buffer.concat(pieces),
          }),
        )
      },
    )
    asked.on('error', () => resolve(null))
    asked.end(body)
  })
}

/** Whether the rehearsal answers; where it does not run, whoever started the newsroom is told that it is wanted. */
async function isReady(): Promise<boolean> {
  if (await ask('/ready', { within: READY_MS })) return true
  wantRehearsal()
  await pause(SOON_MS)
  return (await ask('/ready', { within: READY_MS })) !== null
}

/** What the rehearsal says: an answer, a sentence why it has none, or that it is getting ready. */
export type Said = { answer: RehearsalAnswer } | { words: string; status: number } | 'getting ready'

export async function askRehearsal(asked: AskedRehearsal): Promise<Said> {
  if (!(await isReady())) return 'getting ready'
  const said = await ask('/rehearsals', { body: JSON.stringify(asked), within: ANSWER_MS })
  if (!said) return 'getting ready'
  const body: unknown = JSON.parse(said.body.toString('utf8'))
  if (said.status === 200) return { answer: rehearsalAnswer.parse(body) }
  return { words: String((body as { message?: unknown }).message), status: said.status }
}

/** A page of a rehearsal, or a file that it needs; null when the rehearsal has ended meanwhile. */
export const askPage = (token: string, path: string, owner: string): Promise<Answered | null> =>
  ask(`/pages/${token}/${path.split('/').map(encodeURIComponent).join('/')}`, { owner, within: ANSWER_MS })
