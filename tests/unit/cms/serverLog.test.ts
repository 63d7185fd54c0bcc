import { expect, test } from 'vitest'
import { serverLog } from '../../../cms/src/serverLog.ts'

type Log = { options: { hooks: { logMethod: (this: unknown, given: unknown[], method: unknown) => void } } }

/** What the logger is given to write of each error. */
function written(...errors: Error[]): unknown[][] {
  const lines: unknown[][] = []
  const write = (...given: unknown[]) => void lines.push(given)
  for (const err of errors) (serverLog as Log).options.hooks.logMethod.call({}, [{ err }], write)
  return lines
}

test('what a caller did wrong is one line, whatever the class is called and says; a fault of ours is told with its place', () => {
  class rH extends Error {
    status: number
    constructor(status: number, words = '未找到') {
      super(words)
      this.name = 'rH'
      this.status = status
    }
  }
  expect(written(...[400, 401, 403, 404, 409, 413, 499].map((status) => new rH(status)))).toEqual(
    ['400', '401', '403', '404', '409', '413', '499'].map((status) => [`${status} 未找到`]),
  )
  expect(written(new rH(400, 'a\n[12:00:00] INFO: b'))).toEqual([['400 a [12:00:00] INFO: b']])
  const ours = [new rH(500), new rH(503), new Error('x')]
  expect(written(...ours)).toEqual(ours.map((err) => [{ err }]))
})
