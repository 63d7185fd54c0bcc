import { describe } from 'vitest'
import { doorPromises } from './doors.suite.ts'

describe('every door of the newsroom, on SQLite', () => doorPromises(() => undefined))
