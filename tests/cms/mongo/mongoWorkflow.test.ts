import { onMongo } from '../../support/newsroom/onMongo.ts'
import { workflowPromises } from '../suites/workflow.suite.ts'

await onMongo('cms-mongo-workflow', 'the way to the readers on MongoDB', ({ url }) =>
  workflowPromises(() => url),
)
