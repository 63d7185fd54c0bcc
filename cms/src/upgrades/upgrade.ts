import type { Payload, PayloadRequest } from 'payload'

/** A change of data that a newer code needs, on both databases; it is made once, in one transaction with its mark. */
export type Upgrade = { name: string; run: (payload: Payload, req: PayloadRequest) => Promise<void> }
