import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Environment, readEnvironment } from '#host/environment'

/** The repository root, wherever the process was started. Under `next` the bundle has another address: it starts in cms/. */
export const ROOT = findRoot(path.dirname(fileURLToPath(import.meta.url)))

function findRoot(start: string): string {
  for (const from of [start, process.cwd()])
    for (let folder = from; folder !== path.dirname(folder); folder = path.dirname(folder))
      if (existsSync(path.join(folder, 'content', 'domain')) && existsSync(path.join(folder, 'cms')))
        return folder
  throw new Error('找不到仓库的根目录：请在仓库里启动')
}

export type CmsEnvironment = Environment & {
  /** Absolute folder of all state. */
  dataDir: string
  /** Where the photos lie. */
  mediaDir: string
  /** `file:` with an absolute path, or `mongodb://`. */
  databaseUrl: string
  /** Addresses from which the admin may be used; the first is its own. */
  addresses: string[]
  /** Editors come by https: the session's cookie never goes another way. */
  isSecure: boolean
}

/** The environment of the CMS with everything resolved. Throws one sentence that names the variable. */
function readCmsEnvironment(raw: Record<string, string | undefined>): CmsEnvironment {
  const given = readEnvironment(raw)
  const dataDir = path.resolve(ROOT, given.DATA_DIR)
  const local = [`http://127.0.0.1:${given.CMS_PORT}`, `http://localhost:${given.CMS_PORT}`]
  return {
    ...given,
    dataDir,
    mediaDir: path.join(dataDir, 'media'),
    databaseUrl: absoluteUrl(given.DATABASE_URL ?? `file:${path.join(dataDir, 'shaoxiang.db')}`),
    isSecure: given.CMS_URL?.startsWith('https:') === true,
    addresses: [...new Set([...(given.CMS_URL ? [new URL(given.CMS_URL).origin] : []), ...local])],
  }
}

function absoluteUrl(url: string): string {
  if (!url.startsWith('file:')) return url
  return `file:${path.resolve(ROOT, url.replace(/^file:(\/\/(?=\/))?/, ''))}`
}

/** The secret that signs sessions: given, or made once and kept in `<dataDir>/secret` (0600). */
export function readSecret(dataDir: string, given: string | undefined): string {
  if (given) return given
  const file = path.join(dataDir, 'secret')
  mkdirSync(dataDir, { recursive: true })
  if (!existsSync(file)) {
    try {
      writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
  const secret = readFileSync(file, 'utf8').trim()
  if (secret.length < 16) throw new Error(`${file} 里的密钥不完整：删掉这个文件，下次启动会重新生成`)
  return secret
}

/** The environment of this process: the CMS reads it here and nowhere else. */
export const env = readCmsEnvironment(process.env)
