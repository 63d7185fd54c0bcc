import { describe } from 'vitest'
import { workflowPromises } from '../suites/workflow.suite.ts'

describe('the way to the readers on SQLite', () => workflowPromises(() => undefined))
