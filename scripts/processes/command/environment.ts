import path from 'node:path'
import { siteSettings } from '#domain/records/siteSettings'
import { type Environment, readEnvironment } from '#host/environment'

/** The repository root. */
export const ROOT = path.resolve(import.meta.dirname, '../../..')

export type ProcessEnvironment = Environment & {
  /** Absolute folder of all state. */
  dataDir: string
  /** Absolute path of the SQLite file, or null with MongoDB. */
  databaseFile: string | null
  /** Where readers and editors find the two servers from this machine, without a slash at the end. */
  site: string
  cms: string
}

/** The environment of this process with everything resolved. Throws one sentence that names the variable. */
export function readProcessEnvironment(
  raw: Record<string, string | undefined> = process.env,
): ProcessEnvironment {
  const given = readEnvironment(raw)
  const address = siteSettings.shape.publicAddress.safeParse(given.SITE_URL)
  if (!address.success) throw new Error(`环境变量 SITE_URL：${address.error.issues[0]?.message}`)
  const dataDir = path.resolve(ROOT, given.DATA_DIR)
  const url = given.DATABASE_URL ?? `file:${path.join(dataDir, 'shaoxiang.db')}`
  return {
    ...given,
    dataDir,
    databaseFile: url.startsWith('file:') ? path.resolve(ROOT, url.replace(/^file:(\/\/(?=\/))?/, '')) : null,
    site: `http://${reachable(given.HOST)}:${given.SITE_PORT}`,
    cms: `http://${reachable(given.HOST)}:${given.CMS_PORT}`,
  }
}

/** A wildcard address is none that a browser can open. */
function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1'
  return host.includes(':') ? `[${host}]` : host
}

/** What opens something: only a child that needs it is told. */
const SECRETS = ['PAYLOAD_SECRET', 'EDITOR_EMAIL', 'EDITOR_PASSWORD', 'DATABASE_URL']

/**
 * What a child gets: this process's environment and fixed choices that nothing outside may change.
 * @param trusted whether it may know what opens the newsroom and its database
 */
export function childEnvironment(extra: Record<string, string> = {}, trusted = true): NodeJS.ProcessEnv {
  const given = Object.entries(process.env).filter(([name]) => trusted || !SECRETS.includes(name))
  return {
    ...Object.fromEntries(given),
    ASTRO_TELEMETRY_DISABLED: '1',
    NEXT_TELEMETRY_DISABLED: '1',
    NODE_ENV: 'production',
    ...extra,
  }
}
