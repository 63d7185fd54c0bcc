import { describe } from 'vitest'
import { upgradePromises } from './upgrade.suite.ts'

describe('an installation of the code before on SQLite', () => upgradePromises(() => undefined))
