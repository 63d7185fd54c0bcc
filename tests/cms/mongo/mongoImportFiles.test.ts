import { onMongo } from '../../support/newsroom/onMongo.ts'
import { importFilePromises } from '../importing/importFiles.suite.ts'

await onMongo('cms-mongo-import-files', 'files to import on MongoDB', ({ url }) =>
  importFilePromises(() => url),
)
