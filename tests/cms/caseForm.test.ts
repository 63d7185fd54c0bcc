import { describe } from 'vitest'
import { caseFormPromises } from './suites/caseForm.suite.ts'

describe('entering a case on SQLite', () => caseFormPromises(() => undefined))
