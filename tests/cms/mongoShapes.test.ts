import { onMongo } from '../support/onMongo.ts'
import { shapePromises } from './shapes.suite.ts'

await onMongo('cms-mongo-shapes', 'a write in every shape of its answer, on MongoDB', ({ url }) =>
  shapePromises(() => url),
)
