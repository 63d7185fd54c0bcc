import type { PayloadRequest } from 'payload'
import { type AskedRehearsal, MOST_CHANGES } from '#domain/published/rehearsal'
import { keyOf } from '#domain/records/snapshot'
import { casesOfResidentsIn, placesToldOtherwise } from '../hooks/casesOfSmallPlaces.ts'
import { refuse } from '../hooks/refuse.ts'
import { assemble } from '../snapshot/assemble.ts'
import { NamedKeys } from '../snapshot/namedKeys.ts'
import { type KeptArea, PlacesOfResidents, readAreas, readEnough } from '../snapshot/placesOfResidents.ts'

type Changes = AskedRehearsal['changes']

/**
 * What an area would do to the cases of residents in it and below it, were it as given: those that readers would be told
 * to be elsewhere, or that would leave out other names. Throws in words where they are too many to be rehearsed.
 */
export async function casesMoved(req: PayloadRequest, area: KeptArea): Promise<Changes> {
  const areas = await readAreas(req.payload, req)
  const enough = await readEnough(req.payload, req)
  const then = new PlacesOfResidents(areas, enough)
  const changed = new Map(areas).set(area.key, area)
  const moved = placesToldOtherwise(then, new PlacesOfResidents(changed, enough), changed)
  const found: Changes = []
  for await (const docs of casesOfResidentsIn(req, moved)) {
    const count = found.length + docs.length
    if (count >= MOST_CHANGES) refuse(`有${count}件以上的群众吹哨会换地方，太多，不能预演`, 422)
    const keys = new NamedKeys({ areas: changed })
    await keys.learn(req.payload, 'cases', docs, req)
    for (const doc of docs) {
      const { row } = assemble('cases', doc, keys)
      if (row) found.push({ table: 'cases', key: keyOf('cases', row), row: { ...row } })
    }
  }
  return found
}
