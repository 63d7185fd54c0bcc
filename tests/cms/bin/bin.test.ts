import { describe } from 'vitest'
import { binPromises } from './bin.suite.ts'

describe('the bin on SQLite', () => binPromises(() => undefined))
