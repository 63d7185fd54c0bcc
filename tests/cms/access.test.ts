import { describe } from 'vitest'
import { accessPromises } from './suites/access.suite.ts'

describe('who may do what on SQLite', () => accessPromises(() => undefined))
