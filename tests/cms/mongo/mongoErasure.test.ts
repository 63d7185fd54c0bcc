import { onMongo } from '../../support/newsroom/onMongo.ts'
import { erasurePromises } from '../erasure/erasure.suite.ts'

await onMongo('cms-mongo-erasure', 'erasing for good on MongoDB', ({ url }) => erasurePromises(() => url))
