import { describe } from 'vitest'
import { mergerPromises } from './mergers.suite.ts'

describe('merging and renaming on SQLite', () => mergerPromises(() => undefined))
