import type { Payload } from 'payload'

/** The day (Asia/Shanghai) of the newest act of publication; null while there has been none. It never falls: acts are never deleted. */
export async function readAsOf(payload: Payload): Promise<string | null> {
  const { docs } = await payload.db.find({ collection: 'acts', sort: '-day', limit: 1, pagination: false })
  return (docs[0] as unknown as { day: string } | undefined)?.day ?? null
}
