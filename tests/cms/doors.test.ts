import { describe } from 'vitest'
import { doorPromises } from './suites/doors.suite.ts'

describe('every door of the newsroom, on SQLite', () => doorPromises(() => undefined))
