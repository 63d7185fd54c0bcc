import { describe } from 'vitest'
import { erasurePromises } from './erasure.suite.ts'

describe('erasing for good on SQLite', () => erasurePromises(() => undefined))
