import { onMongo } from '../../support/newsroom/onMongo.ts'
import { importPromises } from '../suites/imports.suite.ts'

await onMongo('cms-mongo-imports', 'imports on MongoDB', ({ url }) => importPromises(() => url))
