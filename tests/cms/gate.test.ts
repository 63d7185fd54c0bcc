import { describe } from 'vitest'
import { gatePromises } from './gate.suite.ts'

describe('before Payload is asked, on SQLite', () => gatePromises(() => undefined))
