import { describe } from 'vitest'
import { workbookPromises } from './workbooks.suite.ts'

describe('lists as workbooks on SQLite', () => workbookPromises(() => undefined))
