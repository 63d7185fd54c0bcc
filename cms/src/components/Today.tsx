import type { Payload, TypedUser } from 'payload'
import { RemoveSample } from './RemoveSample.tsx'
import { sampleItem, todayOf } from './todayOf.ts'

/** 今天要做什么: above the dashboard. Administrators also see, while there is a demonstration, how to remove it. */
export async function Today({ payload, user }: { payload: Payload; user?: TypedUser | null }) {
  const sample = user?.role === 'administrator' ? await sampleItem(payload) : null
  const items = [...(await todayOf(payload)), ...(sample ? [sample] : [])]
  return (
    <section aria-labelledby="today" style={{ marginBottom: 'calc(var(--base) * 2)' }}>
      <h2 id="today">今天要做什么</h2>
      <ul style={{ marginTop: 'var(--base)' }}>
        {items.map((item) => (
          <li key={item.words}>{item.href ? <a href={item.href}>{item.words}</a> : item.words}</li>
        ))}
      </ul>
      {sample && <RemoveSample />}
    </section>
  )
}
