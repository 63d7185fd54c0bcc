import { type AddRow, type Row, text } from './records/rawCells.ts'

/** How a case came into the stock of open cases and went out of it, month by month, where every month is known. */
export function recountFlow(c: Row, events: readonly Row[], add: AddRow): void {
  if (c.status === 'reported-resolved') return
  const inOrOut = events.filter((e) => ['whistle', 'closure', 'reopened'].includes(text(e.kind)))
  const taken: Row[] = []
  for (const e of inOrOut) {
    const isOpen = taken.length % 2 === 1
    if (isOpen === (e.kind === 'closure')) taken.push(e)
  }
  const isOpenAtEnd = taken.length % 2 === 1
  if (isOpenAtEnd === (c.status === 'closed') || taken.some((e) => text(e.at).length < 7)) return
  taken.forEach((e, i) => {
    const isIn = i % 2 === 0
    add('open-stock', e, isIn ? 1 : -1, Number(i === 0))
    if (!isIn) add('closures', e, 1, 1)
  })
}
