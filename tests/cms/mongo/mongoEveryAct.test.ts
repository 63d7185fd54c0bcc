import { onMongo } from '../../support/newsroom/onMongo.ts'
import { everyActPromises } from '../history/everyAct.suite.ts'

await onMongo('cms-mongo-every-act', 'every act in the history, on MongoDB', ({ url }) =>
  everyActPromises(() => url),
)
