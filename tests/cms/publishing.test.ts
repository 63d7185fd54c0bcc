import { describe } from 'vitest'
import { publishingPromises } from './publishing.suite.ts'

describe('publishing on SQLite', () => publishingPromises(() => undefined))
