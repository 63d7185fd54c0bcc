import { chmodSync, lstatSync, mkdirSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { shanghaiDay } from '#domain/dates'
import { rehearsalSocket } from '#host/rehearsalSocket'
import { loadRenderer } from '../pages/renderer.ts'
import { openStore } from '../store/store.ts'
import { growingSparingly } from '../workers/heapGrowth.ts'
import { RehearsalDesk } from './rehearsalDesk.ts'
import { rehearsalServer } from './rehearsalServer.ts'

/** Nobody has asked for so long: it ends, in milliseconds. */
const IDLE_MS = 600_000
/**
 * The life of the rehearsal: it reads what is live, answers on its socket, and returns when nobody has asked for a while.
 * @param idleMs other than the product's only where a test cannot wait
 */
export async function runRehearsal(
  dataDir: string,
  log: (line: string) => void,
  idleMs: number = IDLE_MS,
): Promise<void> {
  const { folder, socket } = rehearsalSocket(dataDir)
  takeFolder(folder)
  rmSync(socket, { force: true })
  const { renderer, code } = await loadRenderer()
  const store = openStore(dataDir)
  const desk = new RehearsalDesk({ dataDir, store, renderer, code })
  let lastUsed = Date.now()
  const used = () => {
    lastUsed = Date.now()
  }
  const server = rehearsalServer({ desk, store, mediaDir: path.join(dataDir, 'media'), log, used })
  await new Promise<void>((done) => server.listen(socket, done))
  chmodSync(socket, 0o700)
  const warm = async () => desk.warm(shanghaiDay(Date.now()))
  await growingSparingly(warm).catch((error: unknown) => log(`还没有预备好：${String(error)}`))
  used()
  await new Promise<void>((done) => {
    const looking = setInterval(() => {
      if (Date.now() - lastUsed < idleMs) return
      clearInterval(looking)
      done()
    }, idleMs / 60)
  })
  server.close()
  rmSync(socket, { force: true })
}

/** The folder belongs to this account alone, or nothing is put into it. */
function takeFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const found = lstatSync(folder)
  if (!found.isDirectory() || found.uid !== os.userInfo().uid)
    throw new Error(`${folder} 不是这个账户的文件夹，不能用`)
  chmodSync(folder, 0o700)
}
