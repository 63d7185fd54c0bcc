import { onMongo } from '../../support/newsroom/onMongo.ts'
import { workbookPromises } from '../importing/workbooks.suite.ts'

await onMongo('cms-mongo-workbooks', 'lists as workbooks on MongoDB', ({ url }) =>
  workbookPromises(() => url),
)
