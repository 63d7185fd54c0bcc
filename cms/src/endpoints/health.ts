import type { Endpoint } from 'payload'
import { countOutbox } from '../snapshot/outbox.ts'

/** `GET /api/health`: open; 200 when the database answers. Says nothing else. */
export const health: Endpoint = {
  path: '/health',
  method: 'get',
  handler: async (req) => {
    try {
      await countOutbox(req.payload)
      return Response.json({ ok: true })
    } catch {
      return Response.json({ ok: false }, { status: 503 })
    }
  },
}
