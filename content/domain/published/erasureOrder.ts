import { z } from 'zod'

/** Folder in `DATA_DIR` in which the newsroom leaves what the publisher is to take out of old releases. */
export const ERASURE_ORDERS = 'erasures'

/** What old releases may no longer hold: words in their files, or a file by its SHA-256. */
export const erasureOrder = z.strictObject({
  words: z.string().min(1).nullable().describe('要清除的文字'),
  blob: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable()
    .describe('要清除的文件的 SHA-256'),
})
export type ErasureOrder = z.infer<typeof erasureOrder>
