import { getPayload, type Payload } from 'payload'

/** Payload without its admin, for scripts. Opens the database that the environment names; end with `payload.destroy()`. */
export async function openPayload(): Promise<Payload> {
  const { default: config } = await import('./payload.config.ts')
  return getPayload({ config, disableOnInit: true })
}
