// A child that corrects the cases over which no draft waits, without end, until it is killed. Says `writing` when it has begun and `written` after each round.
import { openPayload } from '../../../cms/src/openPayload.ts'

const payload = await openPayload()
const latest = await payload.find({ collection: 'cases', limit: 0, depth: 0, draft: true })
const docs = latest.docs.filter(({ _status }) => _status === 'published')
process.send?.('writing')
for (let round = 0; ; round++) {
  await Promise.all(
    docs.map(({ id }) =>
      payload.update({
        collection: 'cases',
        id,
        data: {
          place: `${round}`,
          changeNote: '改正一处',
          changeKind: 'correction',
          _status: 'published',
        },
        depth: 0,
      }),
    ),
  )
  process.send?.('written')
}
