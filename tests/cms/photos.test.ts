import { describe } from 'vitest'
import { photoPromises } from './photos.suite.ts'

describe('photos on SQLite', () => photoPromises(() => undefined))
