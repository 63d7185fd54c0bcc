import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  freePorts,
  isRunning,
  npmStart,
  parentOf,
  readRun,
  ready,
  type Started,
  within,
} from '../support/product/startedProduct.ts'
import { removeFolder } from '../support/removeFolder.ts'

const dataDir = mkdtempSync(path.join(tmpdir(), 'start-'))
let ports: Awaited<ReturnType<typeof freePorts>>
let started: Started
let addresses: { site: string; admin: string }

const start = (env: Record<string, string> = {}, args: string[] = []) =>
  npmStart({ DATA_DIR: dataDir, ...ports, EDITOR_EMAIL: '', EDITOR_PASSWORD: '', SITE_URL: '', ...env }, args)

const pids = () => Object.values(readRun(dataDir).children).map(({ pid }) => pid)
const allGone = (list: number[]) => within(2_000, () => list.every((pid) => !isRunning(pid)))

async function statusOf(address: string): Promise<number> {
  return (await fetch(address).catch(() => null))?.status ?? 0
}

beforeAll(async () => {
  ports = await freePorts()
  started = start({}, ['--content=seed'])
  addresses = await ready(started)
})
afterAll(async () => {
  started.npm.kill()
  await started.ended
  removeFolder(dataDir)
})

test('READY names two addresses that answer, after saying how to sign in', async () => {
  expect(addresses).toEqual({
    site: `http://127.0.0.1:${ports.SITE_PORT}`,
    admin: `http://127.0.0.1:${ports.CMS_PORT}/admin`,
  })
  expect(await statusOf(`${addresses.site}/`)).toBe(200)
  expect(await statusOf(addresses.admin)).toBe(200)
  const [email, password] = readFileSync(path.join(dataDir, 'first-editor.txt'), 'utf8').split('\n')
  expect(started.stdout().split('READY')[0]).toContain(`登录：${email}，密码 ${password}`)
  expect(statSync(path.join(dataDir, 'first-editor.txt')).mode & 0o777).toBe(0o600)
  const login = await fetch(`${addresses.admin.replace('/admin', '')}/api/users/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  })
  expect(login.status).toBe(200)
})

test('run.json names the running processes', () => {
  const run = readRun(dataDir)
  expect(run).toMatchObject(addresses)
  for (const pid of [run.pid, ...pids()]) expect(isRunning(pid)).toBe(true)
})

test('a second start on the same folder ends with 3 and says where the first one runs', async () => {
  const second = start(await freePorts())
  expect(await second.ended).toBe(3)
  expect(second.stderr()).toContain(addresses.site)
  expect(await statusOf(`${addresses.site}/`)).toBe(200)
})

test('while it runs a backup is made, and a restore is refused with 3', () => {
  const run = (command: string, ...args: string[]) =>
    spawnSync('npm', ['run', '--silent', command, '--', ...args], {
      env: { ...process.env, DATA_DIR: dataDir },
      encoding: 'utf8',
    })
  const made = run('backup')
  expect([made.status, made.stderr]).toEqual([0, ''])
  const file = made.stdout.trimEnd().split('\n').at(-1) as string
  expect(statSync(file).size).toBeGreaterThan(10_000)
  const refused = run('restore', file)
  expect(refused.status).toBe(3)
  expect(refused.stderr).toContain('正在运行')
})

test('a taken port ends the start with 3 and is named, before anything is written', async () => {
  const other = mkdtempSync(path.join(tmpdir(), 'start-port-'))
  const second = start({ DATA_DIR: other })
  expect(await second.ended).toBe(3)
  expect(second.stderr()).toContain(`端口 ${ports.SITE_PORT}`)
  expect(existsSync(path.join(other, 'shaoxiang.db'))).toBe(false)
  removeFolder(other)
})

test('a damaged database ends the start with 4 and stays as it is', async () => {
  const other = mkdtempSync(path.join(tmpdir(), 'start-broken-'))
  const file = path.join(other, 'shaoxiang.db')
  const bytes = readFileSync(path.join(dataDir, 'shaoxiang.db')).subarray(0, 20_000)
  writeFileSync(file, bytes)
  const second = start({ DATA_DIR: other, ...(await freePorts()) })
  expect(await second.ended).toBe(4)
  expect(second.stderr()).toContain(file)
  expect(readFileSync(file).equals(bytes)).toBe(true)
  removeFolder(other)
})

test.each(['site', 'publisher', 'cms'] as const)('a %s that dies alone comes back', async (name) => {
  const old = readRun(dataDir).children[name].pid
  process.kill(old, 'SIGKILL')
  const address =
    name === 'cms' ? `${addresses.admin.replace('/admin', '')}/api/health` : `${addresses.site}/`
  const isBack = async () => {
    const { pid } = readRun(dataDir).children[name]
    return pid !== old && isRunning(pid) && (await statusOf(address)) === 200
  }
  expect(await within(90_000, isBack)).toBe(true)
})

test('after READY nothing more is printed', () => {
  expect(started.stdout().trimEnd().split('\n').at(-1)).toMatch(/^READY /)
  expect(started.stderr()).toBe('')
})

test('SIGTERM to npm ends everything within two seconds with 0', async () => {
  const list = [readRun(dataDir).pid, ...pids()]
  started.npm.kill('SIGTERM')
  expect(await allGone(list)).toBe(true)
  expect(await started.ended).toBe(0)
  expect(existsSync(path.join(dataDir, 'run.json'))).toBe(false)
})

test.each(['npm', 'the start process'])('SIGKILL to %s ends everything within two seconds', async (who) => {
  started = start()
  await ready(started)
  const { pid } = readRun(dataDir)
  const list = [pid, parentOf(pid), ...pids()]
  if (who === 'npm') started.npm.kill('SIGKILL')
  else process.kill(pid, 'SIGKILL')
  expect(await allGone(list)).toBe(true)
  expect(await statusOf(`${addresses.site}/`)).toBe(0)
})
