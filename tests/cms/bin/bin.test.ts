import { describe } from 'vitest'
import { binPromises } from '../suites/bin.suite.ts'

describe('the bin on SQLite', () => binPromises(() => undefined))
