import { describe } from 'vitest'
import { importFilePromises } from './importFiles.suite.ts'

describe('files to import on SQLite', () => importFilePromises(() => undefined))
