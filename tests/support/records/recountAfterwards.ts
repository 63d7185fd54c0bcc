import { type AddRow, day, type Row, text } from './rawCells.ts'

const DAY = 864e5

/** What followed in one round: whom notices brought, and whether what was closed stayed closed. */
export function recountAfterwards(
  events: readonly Row[],
  { asOf, next }: { asOf: string; next: Row | undefined },
  add: AddRow,
): void {
  const came = new Set<string>()
  for (const e of events) {
    if (e.kind === 'arrival') came.add(text(e.department))
    if (e.kind !== 'notice' || !e.department || came.has(text(e.department))) continue
    const arrival = events.find(
      (a) => a.kind === 'arrival' && a.department === e.department && Number(a.number) > Number(e.number),
    )
    const [sentOn, cameOn] = [day(text(e.at)), day(text(arrival?.at))]
    const days = sentOn && cameOn ? (Date.parse(cameOn) - Date.parse(sentOn)) / DAY : null
    add('notice-to-arrival', e, Number(days !== null), 1, days)
  }
  const closing = events.filter((e) => e.kind === 'closure').at(-1)
  if (!closing) return
  const [closed, back] = [Date.parse(day(text(closing.at))), Date.parse(day(text(next?.at)))]
  const isTold = Date.parse(asOf) - closed >= 30 * DAY && (!next || !Number.isNaN(back))
  add('reopened-30-days', closing, Number(isTold && back - closed <= 30 * DAY), Number(isTold))
}
