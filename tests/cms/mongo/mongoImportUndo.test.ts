import { onMongo } from '../../support/newsroom/onMongo.ts'
import { importUndoPromises } from '../suites/importing/importUndo.suite.ts'

await onMongo('cms-mongo-import-undo', 'undoing imports on MongoDB', ({ url }) =>
  importUndoPromises(() => url),
)
