import { onMongo } from '../../support/newsroom/onMongo.ts'
import { massActPromises } from '../bin/massActs.suite.ts'

await onMongo('cms-mongo-mass', 'acts on many records on MongoDB', ({ url }) => massActPromises(() => url))
