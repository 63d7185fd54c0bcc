import type { Upgrade } from './upgrade.ts'

/** Editors used to publish: those who are there keep that right under its own name. */
export const editorsPublish: Upgrade = {
  name: 'editors-publish',
  run: async (payload, req) => {
    await payload.db.updateMany({
      collection: 'users',
      where: { role: { equals: 'editor' } },
      data: { role: 'publisher' },
      req,
    })
  },
}
