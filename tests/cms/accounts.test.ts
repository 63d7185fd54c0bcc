import { describe } from 'vitest'
import { accountPromises } from './accounts.suite.ts'

describe('people and passwords, on SQLite', () => accountPromises(() => undefined))
