import { describe } from 'vitest'
import { functionPromises } from './suites/functions.suite.ts'

describe('the functions behind the pages of the admin, on SQLite', () => functionPromises(() => undefined))
