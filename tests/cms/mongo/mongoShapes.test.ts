import { onMongo } from '../../support/newsroom/onMongo.ts'
import { shapePromises } from '../suites/shapes.suite.ts'

await onMongo('cms-mongo-shapes', 'a write in every shape of its answer, on MongoDB', ({ url }) =>
  shapePromises(() => url),
)
