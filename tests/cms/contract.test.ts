import { describe } from 'vitest'
import { contractPromises } from './suites/contract.suite.ts'

describe('the contract of the newsroom on SQLite', () => contractPromises(() => undefined))
