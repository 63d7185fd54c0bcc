import { describe } from 'vitest'
import { shapePromises } from './suites/shapes.suite.ts'

describe('a write in every shape of its answer, on SQLite', () => shapePromises(() => undefined))
