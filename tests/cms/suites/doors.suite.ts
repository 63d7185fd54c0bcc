import { afterAll, beforeAll, expect, test } from 'vitest'
import { isLong, rounds, seedNumber } from '../../support/generated.ts'
import { openTestCms, type TestCms, type Who } from '../../support/newsroom/cmsDatabase.ts'
import { everyDoor, ODD_BODIES, ODD_IDS, ODD_QUERIES } from '../../support/newsroom/oddRequests.ts'
import { seeded } from '../../support/records/randomEdits.ts'

const ROLES: readonly Who[] = ['anonymous', 'contributor', 'publisher', 'administrator']
/** How often each role knocks at each door. */
const TRIES = rounds(1, 60)
/** Who of those that come in knocks at a door in a short run: whoever comes farthest, and the two others in turn. */
const inTurn = (door: number): readonly Who[] => [ROLES[1 + (door % 2)] as Who, 'administrator']
const SEED = seedNumber('doors')

/** Every address × every role × odd parameters, on every database: answered within bounds, and a save beside it goes on. */
export function doorPromises(databaseUrl: () => string | undefined): void {
  let cms: TestCms
  let serial = 0
  // Who has no session, and what has no door, are turned away before a database is asked.
  const isWhole = isLong || !databaseUrl()
  const strangers: readonly Who[] = isWhole ? ['anonymous'] : []
  beforeAll(async () => {
    cms = await openTestCms(databaseUrl(), 3)
  })
  afterAll(() => cms?.close())

  const save = () =>
    cms.rest('publisher', 'POST', 'departments', {
      slug: `bu-${String(++serial).padStart(6, '0')}`,
      name: `部${serial}`,
    })

  async function ask(who: Who, method: string, address: string, body?: string) {
    const headers = new Headers({ 'content-type': 'application/json' })
    if (who !== 'anonymous') headers.set('authorization', `JWT ${cms.tokens[who]}`)
    const init = { method, headers, ...(body && method !== 'GET' ? { body } : {}) }
    const answer = await cms.ask(new Request(`http://127.0.0.1:3000/api/${address}`, init))
    return { status: answer.status, text: await answer.text() }
  }

  async function signInAgain(): Promise<void> {
    for (const role of ['administrator', 'publisher', 'contributor'] as const) {
      const password = 'a long enough password'
      const login = await cms.payload.login({
        collection: 'users',
        data: { email: `${role}@example.org`, password },
      })
      cms.tokens[role] = login.token as string
    }
  }

  if (isWhole)
    test('an address asked by a method that it has not answers in words, without a fault', async () => {
      // The address of a preference is whatever name it is given.
      const doors = everyDoor(cms.payload).filter(({ of }) => of !== 'payload-preferences')
      const addresses = [...new Set(doors.map(({ address }) => address.replace(/\/:\w+\?/g, '')))]
      const wrong: string[] = []
      for (const address of addresses)
        for (const method of ['GET', 'POST', 'PATCH', 'PUT', 'DELETE']) {
          if (doors.some((door) => door.method === method && door.address.startsWith(address))) continue
          const path = address.replace(/:\w+/g, ODD_IDS[1] as string)
          const { status, text } = await ask(
            'administrator',
            method,
            path,
            method === 'GET' ? undefined : '{}',
          )
          if (status < 400 || status >= 500 || !/[\u4e00-\u9fff]/.test(text))
            wrong.push(`${method} ${path}: ${status} ${text.slice(0, 200)}`)
        }
      expect(addresses.length).toBeGreaterThan(100)
      expect(wrong).toEqual([])
    })

  test('every door answers in words, without a fault, and a save beside it is kept', {
    timeout: 3_600_000,
  }, async () => {
    const random = seeded(SEED)
    const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T
    const wrong: string[] = []
    for (const [door, { method, address }] of everyDoor(cms.payload).entries())
      for (const who of isLong ? ROLES : [...strangers, ...inTurn(door)])
        for (let n = 0; n < TRIES; n++) {
          const filled = address.replace(/\/:\w+\?/g, () => (random() < 0.5 ? '' : `/${pick(ODD_IDS)}`))
          const path = filled.replace(/:\w+/g, () => pick(ODD_IDS))
          const query = pick(ODD_QUERIES)
          const body = pick(ODD_BODIES)
          // In a short run once at each door, beside whoever comes farthest.
          const isBeside = isLong || who === 'administrator'
          const [answer, saved] = await Promise.all([
            ask(who, method, `${path}?${query}`, body),
            isBeside ? save() : undefined,
          ])
          const what = `${who} ${method} ${path.slice(0, 80)}?${query} ${body}`
          if (saved && saved.status !== 201) wrong.push(`${what}: the save beside it got ${saved.status}`)
          if (answer.status >= 500 && answer.status !== 501)
            wrong.push(`${what}: ${answer.status} ${answer.text.slice(0, 200)}`)
          if (answer.status >= 400 && !/[\u4e00-\u9fff]/.test(answer.text))
            wrong.push(`${what}: ${answer.status} says ${answer.text.slice(0, 200)}`)
          if (/SQLITE|Mongo[A-Z]|\n\s+at |node_modules/.test(answer.text))
            wrong.push(`${what}: ${answer.text.slice(0, 200)}`)
          if (who === 'anonymous' && answer.status < 400 && !/^(health|users\/logout)/.test(path))
            wrong.push(`${what}: an open door, ${answer.status}`)
          if (/logout|refresh/.test(path)) await signInAgain()
        }
    expect(wrong, `seed ${SEED}`).toEqual([])
  })
}
