import type { PayloadRequest } from 'payload'
import { refuseIfNamed } from '../hooks/namedByPublished.ts'
import { refuse } from '../hooks/refuse.ts'

type Id = number | string
type Version = { id: Id; version: Record<string, unknown> & { photos?: (Id | { id: Id })[] | null } }

/**
 * Takes a photo out of the newsroom with its file, and out of every saved version of the cases that showed it, in the
 * transaction of the request. Refused while a case shows it, in public or in its newest draft.
 * @returns the name of its file
 */
export async function erasePhoto(req: PayloadRequest, id: Id): Promise<string> {
  const { db } = req.payload
  const found = (await db.findOne({ collection: 'media', where: { id: { equals: id } }, req })) as {
    filename: string
  } | null
  if (!found) refuse('没有这张照片', 404)
  await refuseIfNamed(req, 'media', id, '删除')
  for (const { id: of, version } of await showing(req, id)) {
    const { id: _, ...rest } = version
    const photos = (version.photos ?? []).filter((each) => idOf(each) !== String(id))
    const versionData = { version: { ...rest, photos } } as never
    await db.updateVersion({ collection: 'cases', id: of, versionData, req, returning: false })
  }
  await req.payload.delete({ collection: 'media', id, overrideLock: true, depth: 0, req })
  return found.filename
}

/** The saved versions of cases, in the bin too, that show a photo. */
export async function showing(req: PayloadRequest, id: Id): Promise<Version[]> {
  const { docs } = await req.payload.db.findVersions({
    collection: 'cases',
    where: { 'version.photos': { equals: id } },
    limit: 0,
    pagination: false,
    req,
  })
  return docs as unknown as Version[]
}

const idOf = (photo: Id | { id: Id }): string => String(typeof photo === 'object' ? photo.id : photo)
