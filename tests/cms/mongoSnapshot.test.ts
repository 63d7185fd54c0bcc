import { onMongo } from '../support/onMongo.ts'
import { snapshotPromises } from './snapshot.suite.ts'

await onMongo('cms-mongo-snapshot', 'the snapshot from MongoDB', ({ url }) => snapshotPromises(() => url))
