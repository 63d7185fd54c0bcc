import { onMongo } from '../../support/newsroom/onMongo.ts'
import { snapshotPromises } from '../suites/snapshot.suite.ts'

await onMongo('cms-mongo-snapshot', 'the snapshot from MongoDB', ({ url }) => snapshotPromises(() => url))
