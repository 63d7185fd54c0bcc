import { askNewsroom } from '../components/askNewsroom.ts'

/** Asks an address of imports below `/api`. Throws the newsroom's own words where it refuses. */
export function askImports<Answer>(
  method: 'GET' | 'POST' | 'DELETE',
  address: string,
  body?: object | FormData,
): Promise<Answer> {
  return askNewsroom<Answer>(method, `/api/${address}`, { body, lost: '没有等到答复：请检查网络，再试一次' })
}
