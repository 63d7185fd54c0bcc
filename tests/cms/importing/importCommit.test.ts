import { describe } from 'vitest'
import { importCommitPromises } from '../suites/importing/importCommit.suite.ts'

describe('committing imports on SQLite', () => importCommitPromises(() => undefined))
