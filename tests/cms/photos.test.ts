import { describe } from 'vitest'
import { photoPromises } from './suites/photos.suite.ts'

describe('photos on SQLite', () => photoPromises(() => undefined))
