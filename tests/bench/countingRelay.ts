import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** An address in front of another one; what goes through it is counted where it leaves and comes, heads included. */
export type CountingRelay = {
  /** The same page through the relay. */
  through: (url: string) => string
  /** Bytes that readers got so far. */
  received: () => number
  close: () => void
}

/** Stands in front of a site on this machine. @param site its address, such as `http://127.0.0.1:4321` */
export async function countingRelay(site: string): Promise<CountingRelay> {
  const { hostname, port } = new URL(site)
  const open = new Set<Socket>()
  let bytes = 0
  const server = createServer((reader) => {
    const upstream = connect(Number(port), hostname)
    for (const [from, to] of [
      [reader, upstream],
      [upstream, reader],
    ] as const) {
      open.add(from)
      from.on('error', () => to.destroy())
      from.on('close', () => open.delete(from))
      from.pipe(to)
    }
    upstream.on('data', (data) => {
      bytes += data.length
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port: own } = server.address() as AddressInfo
  return {
    through: (url) => Object.assign(new URL(url), { port: String(own) }).href,
    received: () => bytes,
    close: () => {
      server.close()
      for (const socket of open) socket.destroy()
    },
  }
}
