import { describe } from 'vitest'
import { importKillPromises } from './importKills.suite.ts'

describe('imports killed on SQLite', () => importKillPromises('SQLite', () => undefined))
