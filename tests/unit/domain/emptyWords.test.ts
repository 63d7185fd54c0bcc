import { expect, test } from 'vitest'
import { EMPTY_FIELDS, type EmptyField, emptyWords } from '#domain/records/emptyWords'
import { CASE_STATES, ORIGINS } from '#domain/vocabulary'

/** 待到场, 办理中, 已列入议程, 已办结待结案, 重办, 已结案, 报道称已解决. */
type Row = readonly [string, string, string, string, string, string, string]
const silent: Row = ['未公布', '未公布', '未公布', '未公布', '未公布', '未公布', '未公布']
const lacking: Row = ['本站未录', '本站未录', '本站未录', '本站未录', '本站未录', '本站未录', '本站未录']
const closing = (word: string, unknown: string): Row => [word, word, word, word, word, unknown, unknown]
const working = (unknown: string): Row => [
  '还没到场',
  '还没办完',
  '还没办完',
  unknown,
  '还没办完',
  unknown,
  unknown,
]
const first = (word: string, unknown: string): Row => [
  word,
  unknown,
  unknown,
  unknown,
  unknown,
  unknown,
  unknown,
]
const reason = (unknown: string): Row => [unknown, unknown, unknown, unknown, unknown, '—', '—']

/** Field: the words in a case of a report, and in one of the register or the demonstration. */
const WORDS: Record<EmptyField, readonly [press: Row, own: Row]> = {
  kind: [silent, lacking],
  urgency: [silent, lacking],
  duties: [silent, lacking],
  lead: [first('还没派单', '未公布'), first('还没派单', '本站未录')],
  departments: [first('还没派单', '未公布'), first('还没派单', '本站未录')],
  whistledAt: [silent, lacking],
  arrivalHours: [silent, lacking],
  handlingDays: [silent, lacking],
  arrivedAt: [first('还没到场', '未公布'), first('还没到场', '本站未录')],
  doneAt: [working('未公布'), working('本站未录')],
  did: [working('未公布'), working('本站未录')],
  outcome: [closing('还没有结果', '未公布'), closing('还没有结果', '本站未录')],
  openReason: [reason('未公布'), reason('本站未录')],
  closedBy: [closing('还没结案', '未公布'), closing('还没结案', '本站未录')],
  closedAt: [closing('还没结案', '未公布'), closing('还没结案', '本站未录')],
  evidence: [closing('还没结案', '未公布'), closing('还没结案', '本站未录')],
  satisfaction: [closing('还没回访', '未公布'), closing('还没回访', '本站未录')],
  households: [silent, lacking],
}

test.each(ORIGINS.flatMap((origin) => EMPTY_FIELDS.map((field) => [field, origin] as const)))(
  'an empty %s of a case of origin %s says the one of the four words that is true in each state',
  (field, origin) => {
    const words = CASE_STATES.map((state) => emptyWords(field, origin, state).words)
    expect(words).toEqual(WORDS[field][origin === 'press' ? 0 : 1])
  },
)
