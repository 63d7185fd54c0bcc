import { describe } from 'vitest'
import { smallPlacePromises } from '../suites/smallPlaces.suite.ts'

describe('places too small to be named on SQLite', () => smallPlacePromises(() => undefined))
