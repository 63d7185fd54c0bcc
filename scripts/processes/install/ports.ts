import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { createServer } from 'node:net'
import { EXIT, Refusal } from '../command/refusal.ts'

/** Refuses (3) when one of the ports cannot be listened on, and says which and who holds it. */
export async function refuseTakenPorts(host: string, ports: { name: string; port: number }[]): Promise<void> {
  const [first, second] = ports
  if (first && second && first.port === second.port)
    throw new Refusal(`${first.name} 和 ${second.name} 都是 ${first.port}：请写两个不同的端口`, EXIT.taken)
  for (const { name, port } of ports) {
    const reason = await whyNot(host, port)
    if (reason === null) continue
    if (reason === 'EADDRNOTAVAIL' || reason === 'ENOTFOUND')
      throw new Refusal(`这台机器没有 HOST=${host} 这个地址：请改 HOST`, EXIT.taken)
    if (reason === 'EACCES')
      throw new Refusal(`没有权限使用端口 ${port}：请把 ${name} 改成 1024 以上的端口`, EXIT.taken)
    const holder = holderOf(port)
    throw new Refusal(
      `端口 ${port}（${name}）已被占用${holder ? `，占用它的是 ${holder}` : ''}：请停掉它，或用 ${name}=别的端口 再启动`,
      EXIT.taken,
    )
  }
}

function whyNot(host: string, port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve(null)))
  })
}

/** The process that listens on a port, as far as this user may see it (Linux only). */
function holderOf(port: number): string | null {
  try {
    const inodes = new Set(['/proc/net/tcp', '/proc/net/tcp6'].flatMap((file) => listeners(file, port)))
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name)))
      for (const link of links(`/proc/${pid}/fd`))
        if (inodes.has(link)) {
          const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
          return `进程 ${pid}（${command.slice(0, 80)}）`
        }
  } catch {
    return null
  }
  return null
}

function listeners(file: string, port: number): string[] {
  const hex = port.toString(16).toUpperCase().padStart(4, '0')
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter((cells) => cells[3] === '0A' && cells[1]?.endsWith(`:${hex}`))
    .map((cells) => `socket:[${cells[9]}]`)
}

function links(folder: string): string[] {
  try {
    return readdirSync(folder).map((name) => readlinkSync(`${folder}/${name}`))
  } catch {
    return []
  }
}
