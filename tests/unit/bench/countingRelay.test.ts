import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { countingRelay } from '../../bench/countingRelay.ts'

test('what a reader gets is counted at the socket: the body as it was sent, with its head', async () => {
  const body = Buffer.alloc(50_000, 'x')
  const server = createServer((_, answer) => answer.end(body))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const relay = await countingRelay(site)
  expect(await (await fetch(relay.through(`${site}/a?b=c`))).text()).toBe(body.toString())
  expect(relay.received()).toBeGreaterThan(body.length)
  expect(relay.received()).toBeLessThan(body.length + 1000)
  relay.close()
  server.close()
})
