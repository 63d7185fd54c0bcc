import { describe } from 'vitest'
import { gatePromises } from './suites/gate.suite.ts'

describe('before Payload is asked, on SQLite', () => gatePromises(() => undefined))
