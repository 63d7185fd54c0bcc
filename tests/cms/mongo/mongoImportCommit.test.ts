import { onMongo } from '../../support/newsroom/onMongo.ts'
import { importCommitPromises } from '../suites/importing/importCommit.suite.ts'

await onMongo('cms-mongo-import-commit', 'committing imports on MongoDB', ({ url }) =>
  importCommitPromises(() => url),
)
