import { describe } from 'vitest'
import { workbookPromises } from '../suites/workbooks.suite.ts'

describe('lists as workbooks on SQLite', () => workbookPromises(() => undefined))
