import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { request, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { rehearsalServer } from '../../../scripts/release/rehearsal/rehearsalServer.ts'

/** What a question is answered with: its status, or that nothing came. */
const ask = (socketPath: string, at: string) =>
  new Promise<number | 'broken off'>((done) => {
    request({ socketPath, path: at }, (answer) => {
      answer.resume()
      done(answer.statusCode as number)
    })
      .on('error', () => done('broken off'))
      .end()
  })

test('a question of which not even the fault can be told is broken off, and the next one is answered', async () => {
  const socket = path.join(mkdtempSync(path.join(tmpdir(), 'rehearsal-')), 's')
  const server: Server = rehearsalServer({
    desk: {
      show: () => Promise.reject(new Error('这一页坏了')),
    } as never,
    store: {} as never,
    mediaDir: '',
    log: () => {
      throw new Error('磁盘满了')
    },
    used: () => {},
  })
  await once(server.listen(socket), 'listening')
  const answers = await Promise.all(['/ready', '/pages/a/b.html', '/ready'].map((at) => ask(socket, at)))
  expect(answers).toEqual([200, 'broken off', 200])
  server.close()
})
