import { describe } from 'vitest'
import { snapshotPromises } from './suites/snapshot.suite.ts'

describe('the snapshot from SQLite', () => snapshotPromises(() => undefined))
