import { describe } from 'vitest'
import { removalPromises } from './suites/sampleRemoval.suite.ts'

describe('removing the demonstration on SQLite', () => removalPromises(() => undefined))
