import { onMongo } from '../support/onMongo.ts'
import { removalPromises } from './sampleRemoval.suite.ts'

await onMongo('cms-mongo-sample', 'removing the demonstration on MongoDB', ({ url }) =>
  removalPromises(() => url),
)
