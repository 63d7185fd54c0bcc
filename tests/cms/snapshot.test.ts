import { describe } from 'vitest'
import { snapshotPromises } from './snapshot.suite.ts'

describe('the snapshot from SQLite', () => snapshotPromises(() => undefined))
