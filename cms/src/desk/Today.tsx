import type { Payload, TypedUser } from 'payload'
import { shanghaiDay } from '#domain/dates'
import { rightsInWords } from '../access/rightsInWords.ts'
import { roleOf } from '../access/roles.ts'
import { RemoveSample } from '../components/RemoveSample.tsx'
import { EraseForGood } from '../erasure/EraseForGood.tsx'
import type { DeskLine } from './deskLine.ts'
import { deskOf, sampleTotal } from './deskOf.ts'

type Props = { payload: Payload; user?: TypedUser | null }

/** 今天要做什么: above the dashboard. Administrators also see, while there is a demonstration, how to remove it. */
export async function Today({ payload, user }: Props) {
  const role = roleOf({ user: user ?? null })
  if (role === null) return null
  const lines = await deskOf({ payload, req: { user: user ?? null }, role, today: shanghaiDay(Date.now()) })
  const samples = role === 'administrator' ? await sampleTotal(payload) : 0
  return (
    <section aria-labelledby="today" className="desk">
      <h2 id="today">今天要做什么</h2>
      <p data-what-you-may="cases">事项里，{rightsInWords(role, 'cases')}</p>
      {lines.length === 0 && <p>没有要做的。</p>}
      <ul>
        {lines.map((line) => (
          <li className={line.isUrgent ? 'desk__urgent' : undefined} key={line.words}>
            <Line {...line} />
          </li>
        ))}
        {samples > 0 && (
          <li>
            <a href="#sample">演示数据：{samples}条记录，正式使用前可以移除</a>
          </li>
        )}
      </ul>
      {samples > 0 && <RemoveSample />}
      {role === 'administrator' && <EraseForGood />}
    </section>
  )
}

/** A line with its number, and the records that it is about below it. */
function Line({ words, href, entries, isUrgent }: DeskLine) {
  const head = href ? <a href={href}>{words}</a> : words
  if (entries.length === 0) return head
  return (
    <details open={isUrgent}>
      <summary>{head}</summary>
      <ul>
        {entries.map((entry) => (
          <li key={entry.words}>
            <a href={entry.href}>{entry.words}</a>
          </li>
        ))}
      </ul>
    </details>
  )
}
