import { z } from 'zod'

/** A rectangle of a photo that is painted over, in shares of its width and height as people see it. */
const mask = z.object({
  x: z.number().min(0).max(1),
  y: z.number().min(0).max(1),
  width: z.number().positive().max(1),
  height: z.number().positive().max(1),
})
export type PhotoMask = z.infer<typeof mask>

/** What whoever uploads a photo has seen in it. */
export const LOOKED = ['clear', 'masked'] as const
export const LOOKED_LABELS: Record<(typeof LOOKED)[number], string> = {
  clear: '看过了，没有人脸、车牌和证件',
  masked: '有，已在图上画框遮住',
}

const ASK =
  '照片不能保存：先看有没有人脸、车牌、证件：没有就选“看过了，没有人脸、车牌和证件”，有就画框遮住，选“有，已在图上画框遮住”'

/** What comes with an upload about what may be seen in it: asked at every one. */
export const photoLook = z
  .object({ looked: z.enum(LOOKED, ASK), masks: z.array(mask).max(100, '框至多100个').nullish() }, ASK)
  .refine(({ looked, masks }) => (looked === 'masked') === (masks ?? []).length > 0, {
    message: '照片不能保存：画了框要选“有，已在图上画框遮住”，选了就要画框',
  })

/** A rectangle in whole pixels of a photo of this size: never smaller than what was drawn. */
export function inPixels(mask: PhotoMask, size: { width: number; height: number }) {
  const left = Math.min(Math.floor(mask.x * size.width), size.width - 1)
  const top = Math.min(Math.floor(mask.y * size.height), size.height - 1)
  return {
    left,
    top,
    width: Math.max(1, Math.min(Math.ceil((mask.x + mask.width) * size.width), size.width) - left),
    height: Math.max(1, Math.min(Math.ceil((mask.y + mask.height) * size.height), size.height) - top),
  }
}
