import { describe } from 'vitest'
import { importUndoPromises } from '../suites/importing/importUndo.suite.ts'

describe('undoing imports on SQLite', () => importUndoPromises(() => undefined))
