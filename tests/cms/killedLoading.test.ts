import { describe } from 'vitest'
import { killedLoadingPromises } from './suites/killedLoading.suite.ts'

describe('a killed loading on SQLite', () => killedLoadingPromises(() => undefined, [0, 0.9]))
