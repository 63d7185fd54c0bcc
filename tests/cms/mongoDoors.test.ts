import { onMongo } from '../support/onMongo.ts'
import { doorPromises } from './doors.suite.ts'

await onMongo('cms-mongo-doors', 'every door of the newsroom, on MongoDB', ({ url }) =>
  doorPromises(() => url),
)
