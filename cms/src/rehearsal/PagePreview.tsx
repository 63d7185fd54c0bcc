import { useLayoutEffect, useRef, useState } from 'react'

/** Widths at which a page is looked at, in pixels. */
const WIDTHS = { phone: 390, desktop: 1280 } as const
const LABELS = { phone: '手机', desktop: '桌面' } as const
type Device = keyof typeof WIDTHS

/** A page as readers would see it, on a phone or a desktop. It runs no script, and where one has read to stays in sight. */
export function PagePreview({ address }: { address: string }) {
  const [device, setDevice] = useState<Device>('phone')
  const frame = useRef<HTMLIFrameElement>(null)
  const room = useRef<HTMLDivElement>(null)
  const read = useRef(0)
  const [scale, setScale] = useState(1)
  useLayoutEffect(() => {
    const box = room.current
    if (!box) return
    const fit = () => setScale(Math.min(1, box.clientWidth / WIDTHS[device]))
    fit()
    const watch = new ResizeObserver(fit)
    watch.observe(box)
    return () => watch.disconnect()
  }, [device])
  const settle = () => {
    const page = frame.current?.contentWindow
    page?.scrollTo(0, read.current)
    page?.addEventListener('scroll', () => {
      read.current = page.scrollY
    })
  }
  return (
    <div className="rehearsal__page">
      <div className="rehearsal__devices">
        {(Object.keys(WIDTHS) as Device[]).map((each) => (
          <button aria-pressed={device === each} key={each} onClick={() => setDevice(each)} type="button">
            {LABELS[each]}
          </button>
        ))}
        <a href={address} rel="noreferrer" target="_blank">
          单独打开
        </a>
      </div>
      <div className="rehearsal__room" ref={room}>
        <iframe
          onLoad={settle}
          ref={frame}
          sandbox="allow-same-origin"
          src={address}
          style={{
            width: WIDTHS[device],
            height: `${100 / scale}%`,
            transform: `scale(${scale}) translateX(-50%)`,
          }}
          title="读者会看到的页面"
        />
      </div>
    </div>
  )
}
