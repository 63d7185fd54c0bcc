import { describe } from 'vitest'
import { upgradePromises } from './suites/upgrade.suite.ts'

describe('an installation of the code before on SQLite', () => upgradePromises(() => undefined))
