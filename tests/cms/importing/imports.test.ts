import { describe } from 'vitest'
import { importPromises } from '../suites/imports.suite.ts'

describe('imports on SQLite', () => importPromises(() => undefined))
