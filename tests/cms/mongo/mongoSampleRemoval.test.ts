import { onMongo } from '../../support/newsroom/onMongo.ts'
import { removalPromises } from '../suites/sampleRemoval.suite.ts'

await onMongo('cms-mongo-sample', 'removing the demonstration on MongoDB', ({ url }) =>
  removalPromises(() => url),
)
