import { describe } from 'vitest'
import { historyPromises } from '../suites/history.suite.ts'

describe('the history on SQLite', () => historyPromises(() => undefined))
