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
/** Readers' releases come first. */
const NICE = 5

/** The life of the rehearsal: it reads what is live, answers on its socket, and returns when nobody has asked for ten minutes. */
export async function runRehearsal(dataDir: string, log: (line: string) => void): Promise<void> {
  os.setPriority(NICE)
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
  const prepare = async () => desk.prepare(shanghaiDay(Date.now()))
  await growingSparingly(prepare).catch((error: unknown) => log(`还没有预备好：${String(error)}`))
  used()
  await new Promise<void>((done) => {
    const looking = setInterval(() => {
      if (Date.now() - lastUsed < IDLE_MS) return
      clearInterval(looking)
      done()
    }, IDLE_MS / 60)
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
