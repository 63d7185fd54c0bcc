import { describe } from 'vitest'
import { rehearsalPromises } from './suites/rehearsal.suite.ts'

describe('the rehearsal on SQLite', () => rehearsalPromises(() => undefined))
