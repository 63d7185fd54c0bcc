import type { Payload } from 'payload'
import { todayOf } from './todayOf.ts'

/** 今天要做什么: above the dashboard. */
export async function Today({ payload }: { payload: Payload }) {
  const items = await todayOf(payload)
  return (
    <section aria-labelledby="today" style={{ marginBottom: 'calc(var(--base) * 2)' }}>
      <h2 id="today">今天要做什么</h2>
      <ul style={{ marginTop: 'var(--base)' }}>
        {items.map((item) => (
          <li key={item.words}>{item.href ? <a href={item.href}>{item.words}</a> : item.words}</li>
        ))}
      </ul>
    </section>
  )
}
