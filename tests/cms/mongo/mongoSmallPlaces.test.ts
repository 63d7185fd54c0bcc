import { onMongo } from '../../support/newsroom/onMongo.ts'
import { smallPlacePromises } from '../suites/smallPlaces.suite.ts'

await onMongo('cms-mongo-small-places', 'places too small to be named on MongoDB', ({ url }) =>
  smallPlacePromises(() => url),
)
