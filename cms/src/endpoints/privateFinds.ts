import type { Endpoint, Payload } from 'payload'
import { z } from 'zod'
import { findId } from '#domain/private/decisions'
import { contextOf } from '#domain/private/privateFields'
import { findPrivate, type PrivateSpan } from '#domain/private/privateSpans'
import { namesOfFiner, publicNameOf } from '#domain/world/publicPlace'
import { roleOf } from '../access/roles.ts'
import { refuse } from '../hooks/refuse.ts'
import { isOfResident, PlacesOfResidents, readAreas, readEnough } from '../snapshot/placesOfResidents.ts'
import type { RaisedPlace } from '../snapshot/raisedPlace.ts'

/** Private words in one of the texts that were sent: under which path, and where in it. */
export type FindInForm = Omit<PrivateSpan, 'kind'> & { kind: string; path: string; find: string }

const id = z.union([z.string(), z.number()])
/** What a case says of its place: texts may not name it when it is too small. */
const placed = z.object({ area: id.nullish(), kind: z.string().nullish(), origin: z.string().nullish() })
const body = z.object({
  texts: z.record(z.string().max(200), z.string().max(20_000)),
  placed: placed.optional(),
})

/**
 * `POST /api/private-finds {texts: {path: text}, placed?}` (signed in): the private words in texts that are being written,
 * and where a resident's place is too small to be named, the names of it.
 */
export const privateFinds: Endpoint = {
  path: '/private-finds',
  method: 'post',
  handler: async (req) => {
    if (roleOf(req) === null) refuse('请先登录', 401)
    const given = body.safeParse(await req.json?.().catch(() => null))
    if (!given.success) refuse('要发 {texts: {字段: 文字}}')
    const finds: FindInForm[] = Object.entries(given.data.texts).flatMap(([path, text]) =>
      findPrivate(text, contextOf(path)).map((span) => ({
        ...span,
        path,
        find: findId(span.kind, span.text),
      })),
    )
    const raised = await raisedPlaceOf(req.payload, given.data.placed)
    return Response.json({ finds: raised ? [...finds, ...finerIn(given.data.texts, raised)] : finds })
  },
}

async function raisedPlaceOf(
  payload: Payload,
  asked: z.infer<typeof placed> | undefined,
): Promise<RaisedPlace | undefined> {
  if (!asked || !isOfResident(asked)) return undefined
  const found = new PlacesOfResidents(await readAreas(payload), await readEnough(payload)).of(asked.area)
  return found && found.finer.length > 0 ? found : undefined
}

/** Where texts name a place that is too small. */
function finerIn(texts: Record<string, string>, { place, finer }: RaisedPlace): FindInForm[] {
  const kind = `太小的地方（公开时写成${publicNameOf(place)}）`
  return Object.entries(texts).flatMap(([path, text]) => {
    const name = namesOfFiner(finer, place).find((each) => text.includes(each))
    if (!name) return []
    const start = text.indexOf(name)
    const span = { start, end: start + name.length, text: name, masked: publicNameOf(place) }
    return [{ ...span, kind, strength: 'certain' as const, path, find: findId('太小的地方', name) }]
  })
}
