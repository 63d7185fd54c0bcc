import { onMongo } from '../support/onMongo.ts'
import { accessPromises } from './access.suite.ts'

await onMongo('cms-mongo-access', 'who may do what on MongoDB', ({ url }) => accessPromises(() => url))
