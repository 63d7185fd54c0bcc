import { onMongo } from '../support/onMongo.ts'
import { photoPromises } from './photos.suite.ts'

await onMongo('cms-mongo-photos', 'photos on MongoDB', ({ url }) => photoPromises(() => url))
