import { describe } from 'vitest'
import { publishingPromises } from './suites/publishing.suite.ts'

describe('publishing on SQLite', () => publishingPromises(() => undefined))
