import { onMongo } from '../../support/newsroom/onMongo.ts'
import { doorPromises } from '../suites/doors.suite.ts'

await onMongo('cms-mongo-doors', 'every door of the newsroom, on MongoDB', ({ url }) =>
  doorPromises(() => url),
)
