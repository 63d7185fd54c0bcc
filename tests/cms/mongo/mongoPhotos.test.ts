import { onMongo } from '../../support/newsroom/onMongo.ts'
import { photoPromises } from '../suites/photos.suite.ts'

await onMongo('cms-mongo-photos', 'photos on MongoDB', ({ url }) => photoPromises(() => url))
