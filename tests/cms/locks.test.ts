import { describe } from 'vitest'
import { lockPromises } from './suites/locks.suite.ts'

describe('the collections of the library, on SQLite', () => lockPromises(() => undefined))
