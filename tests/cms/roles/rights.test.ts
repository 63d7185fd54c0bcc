import { describe } from 'vitest'
import { rightsPromises } from '../suites/rights.suite.ts'

describe('the matrix of rights on SQLite', () => rightsPromises(() => undefined))
