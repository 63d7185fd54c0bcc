import { describe } from 'vitest'
import { erasurePromises } from './erasure.suite.ts'
import { freePagePromises } from './shortWrites.suite.ts'

describe('erasing for good on SQLite', () => erasurePromises(() => undefined, freePagePromises))
