import { randomBytes } from 'node:crypto'
import { Killable } from '../killable/killable.ts'

/**
 * Loads the demonstration with so many cases into an empty data folder, as a first start would with the shipped number; a start on it finds
 * everything loaded.
 * @param dataDir empty folder
 */
export async function loadSample(dataDir: string, cases: number): Promise<void> {
  const env = { DATA_DIR: dataDir, DATABASE_URL: '', PAYLOAD_SECRET: randomBytes(32).toString('hex') }
  for (const [file, ...args] of [
    ['../../../scripts/processes/install/migrate.ts'],
    ['loaderChild.ts', String(cases), '2'],
  ] as [string, ...string[]][]) {
    const child = new Killable(file, args, env)
    await child.gone
    if (child.process.exitCode !== 0) throw new Error(`${file}: ${child.output}`)
  }
}
