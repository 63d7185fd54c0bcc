import { describe } from 'vitest'
import { killPromises } from './kills.suite.ts'

describe('kills on SQLite', () => killPromises('SQLite', () => undefined))
