import type { ProcessEnvironment } from '../processes/command/environment.ts'
import type { DatabasePlace } from './makeBackup.ts'

/** Where the environment says that the database is. */
export function databasePlace(environment: ProcessEnvironment): DatabasePlace {
  return environment.databaseFile === null
    ? { kind: 'mongodb', url: environment.DATABASE_URL ?? '' }
    : { kind: 'sqlite', file: environment.databaseFile }
}
