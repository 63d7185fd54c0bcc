import { describe } from 'vitest'
import { contractPromises } from './contract.suite.ts'

describe('the contract of the newsroom on SQLite', () => contractPromises(() => undefined))
