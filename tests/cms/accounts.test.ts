import { describe } from 'vitest'
import { accountPromises } from './suites/accounts.suite.ts'

describe('people and passwords, on SQLite', () => accountPromises(() => undefined))
