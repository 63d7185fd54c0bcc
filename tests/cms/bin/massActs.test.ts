import { describe } from 'vitest'
import { massActPromises } from './massActs.suite.ts'

describe('acts on many records on SQLite', () => massActPromises(() => undefined))
