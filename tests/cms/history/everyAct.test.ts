import { describe } from 'vitest'
import { everyActPromises } from './everyAct.suite.ts'

describe('every act in the history, on SQLite', () => everyActPromises(() => undefined))
