'use client'
import { Button, useField, useFormFields } from '@payloadcms/ui'
import { type PointerEvent, useEffect, useState } from 'react'
import type { PhotoMask } from '../photos/photoMasks.ts'

type Point = { x: number; y: number }

/**
 * The photo that is about to be uploaded, on which whoever uploads it draws rectangles over faces, plates and papers.
 * The newsroom paints them over before anything is kept.
 */
export function PhotoMasks({ path }: { path: string }) {
  const file = useFormFields(([fields]) => fields.file?.value) as File | undefined
  const { value, setValue } = useField<PhotoMask[] | null>({ path })
  const [address, setAddress] = useState<string | null>(null)
  const [drawn, setDrawn] = useState<{ from: Point; to: Point } | null>(null)
  useEffect(() => {
    if (!(file instanceof File)) return setAddress(null)
    const made = URL.createObjectURL(file)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  if (!address) return null
  const masks = value ?? []
  const now = drawn && maskOf(drawn.from, drawn.to)
  const finish = () => {
    if (now && now.width > 0.005 && now.height > 0.005) setValue([...masks, now])
    setDrawn(null)
  }
  return (
    <div className="field-type">
      <p>照片里有人脸、车牌、证件吗？有就按住拖出方框盖住它；盖住的地方存不下来，以后也看不到。</p>
      <div
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          const from = pointOf(event)
          setDrawn({ from, to: from })
        }}
        onPointerMove={(event) => drawn && setDrawn({ from: drawn.from, to: pointOf(event) })}
        onPointerUp={finish}
        style={{ position: 'relative', display: 'inline-block', touchAction: 'none', cursor: 'crosshair' }}
      >
        <img
          alt="要上传的照片"
          draggable={false}
          src={address}
          style={{ maxWidth: '100%', display: 'block' }}
        />
        {[...masks, ...(now ? [now] : [])].map((mask) => (
          <span
            key={`${mask.x} ${mask.y} ${mask.width} ${mask.height}`}
            style={{ position: 'absolute', background: '#222', pointerEvents: 'none', ...styleOf(mask) }}
          />
        ))}
      </div>
      <p aria-live="polite">已画{masks.length}个框。</p>
      {masks.length > 0 && (
        <Button buttonStyle="secondary" onClick={() => setValue(masks.slice(0, -1))} size="small">
          去掉最后一个框
        </Button>
      )}
    </div>
  )
}

/** Where a pointer is on the photo, in shares of its sides. */
function pointOf(event: PointerEvent<HTMLElement>): Point {
  const { left, top, width, height } = event.currentTarget.getBoundingClientRect()
  const within = (share: number) => Math.min(1, Math.max(0, share))
  return { x: within((event.clientX - left) / width), y: within((event.clientY - top) / height) }
}

function maskOf(from: Point, to: Point): PhotoMask {
  return {
    x: Math.min(from.x, to.x),
    y: Math.min(from.y, to.y),
    width: Math.abs(to.x - from.x),
    height: Math.abs(to.y - from.y),
  }
}

function styleOf({ x, y, width, height }: PhotoMask) {
  const share = (part: number) => `${part * 100}%`
  return { left: share(x), top: share(y), width: share(width), height: share(height) }
}
