import { createHash } from 'node:crypto'
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { create, extract } from 'tar'
import { z } from 'zod'
import { EXIT, Refusal } from '../processes/command/refusal.ts'
import { syncPath } from '../release/store/blobStore.ts'
import { FORMAT, isMember, label, MANIFEST, type Manifest, type Member, manifest } from './manifest.ts'

/** Size and hash of the files at some paths below a folder. */
export async function membersOf(folder: string, paths: readonly string[]): Promise<Member[]> {
  const members: Member[] = []
  for (const each of paths) {
    const file = path.join(folder, each)
    members.push({ path: each, size: statSync(file).size, sha256: await sha256OfFile(file) })
  }
  return members
}

async function sha256OfFile(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

/** Writes a folder's members as one backup, readable by its owner only. It is there whole, on the disk, or not at all. */
export async function pack(folder: string, head: Manifest, file: string): Promise<void> {
  writeFileSync(path.join(folder, MANIFEST), `${JSON.stringify(head, null, 1)}\n`)
  mkdirSync(path.dirname(file), { recursive: true })
  const part = `${file}.part`
  try {
    const archive = create({ gzip: true, portable: true, cwd: folder }, [
      MANIFEST,
      ...head.members.map((m) => m.path),
    ])
    await pipeline(archive, createWriteStream(part, { mode: 0o600, flush: true }))
    renameSync(part, file)
    syncPath(path.dirname(file))
  } finally {
    rmSync(part, { force: true })
  }
}

/**
 * Unpacks a backup into an empty folder and checks every byte of it.
 * @throws {Refusal} 4 in words when it is no backup, of another form, cut off or damaged
 */
export async function unpack(file: string, folder: string): Promise<Manifest> {
  if (!existsSync(file) || !statSync(file).isFile()) throw notABackup(file, '没有这个文件')
  try {
    await extract({
      file,
      cwd: folder,
      strict: true,
      filter: (name, entry) => 'type' in entry && entry.type === 'File' && isMember(name),
    })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') throw error
    throw notABackup(file, `读不完整：${error instanceof Error ? error.message : String(error)}`)
  }
  const head = readManifest(file, path.join(folder, MANIFEST))
  for (const { path: name, size, sha256 } of head.members) {
    const at = path.join(folder, name)
    if (!existsSync(at)) throw notABackup(file, `缺少 ${name}`)
    if (statSync(at).size !== size || (await sha256OfFile(at)) !== sha256)
      throw notABackup(file, `${name} 的内容与清单不符`)
  }
  return head
}

function readManifest(file: string, at: string): Manifest {
  if (!existsSync(at)) throw notABackup(file, `里面没有 ${MANIFEST}`)
  let read: unknown
  try {
    read = JSON.parse(readFileSync(at, 'utf8'))
  } catch {
    throw notABackup(file, `${MANIFEST} 读不出来`)
  }
  const known = label.safeParse(read)
  if (!known.success) throw notABackup(file, '不是本系统的备份')
  if (known.data.format !== FORMAT)
    throw notABackup(
      file,
      `格式是第 ${known.data.format} 版，这里只认第 ${FORMAT} 版，请用做它的那个版本恢复`,
    )
  const parsed = manifest.safeParse(read)
  if (!parsed.success) throw notABackup(file, `${MANIFEST} 不对：${z.prettifyError(parsed.error)}`)
  return parsed.data
}

const notABackup = (file: string, why: string): Refusal =>
  new Refusal(`${file} 不是能用的备份：${why}。什么都没有改动`, EXIT.data)
