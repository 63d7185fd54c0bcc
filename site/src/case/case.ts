import { isResolved } from '#domain/records/case'
import { emptyWords } from '#domain/records/emptyWords'
import type { Row } from '#domain/records/snapshot'
import { scopeOf } from '#domain/scope'
import { type CaseState, PHOTO_STAGE_LABELS, URGENCY_LABELS, WHISTLE_KIND_LABELS } from '#domain/vocabulary'
import type { Context, PageKind } from '../context.ts'
import { dateWords } from '../format.ts'
import { type Frame, frameOf } from '../frame/frame.ts'
import { type TextBlock, textBlocks } from '../frame/textBlocks.ts'
import { type CaseLine, caseLines } from '../rows/caseLine.ts'
import { type NoticeLine, noticeLine } from '../rows/noticeLine.ts'
import { type SourceLine, sourceLines } from '../rows/sourceWords.ts'
import { dataFile, figurePath, jsonPath, photoPath, recordPath } from '../urls.ts'
import { toldEvents } from './callEvents.ts'
import { type CallRow, callRows, isMostlyEmpty } from './callRows.ts'
import { casesAffectedBy, casesCountedToAsOf } from './caseAffected.ts'
import { type CaseFact, caseFacts } from './caseFacts.ts'
import { caseLog, type LogLine } from './caseLog.ts'
import { type CaseNext, caseNext } from './caseNext.ts'
import { type CaseRelay, caseRelay } from './caseRelay.ts'
import { type CaseSatisfaction, caseSatisfaction } from './caseSatisfaction.ts'
import { caseUnknown, type Unknown } from './caseUnknown.ts'
import { timeUntold } from './relayTimes.ts'
import { similarCases } from './similarCases.ts'

export type CaseView = {
  frame: Frame
  reference: string
  kinds: string
  title: string
  state: CaseState
  sample: boolean
  reopened: string | null
  closed: string | null
  /** The text of the whistle: what the problem was. */
  problem: TextBlock[]
  /** What became of it. */
  outcome: string | null
  /** Why it is not resolved; null where it is. */
  open: string | null
  facts: CaseFact[]
  next: CaseNext | null
  publishedOn: string
  changedOn: string
  changeNote: string | null
  relay: CaseRelay | null
  /** Empty where most of the table would not be known. */
  calls: CallRow[]
  log: LogLine[]
  /** Whether any line of the log has a time. */
  timed: boolean
  /** Said of a line without one. */
  untold: string
  unknown: Unknown[]
  /** By whom and on what grounds it was closed; for an open case the next step says who will. */
  closing: CaseClosing | null
  satisfaction: CaseSatisfaction | null
  photos: { src: string; alt: string; caption: string; width: number; height: number }[]
  notices: NoticeLine[]
  similar: CaseLine[]
  sources: SourceLine[]
  json: string
  csv: string
  definition: string
}

/** How often it was reopened, unless the state has said it already. */
function reopenedWords(times: number, state: CaseState): string | null {
  if (times === 0 || (times === 1 && state === 'reopened')) return null
  return times === 1 ? '曾重办一次' : `曾重办${times}次`
}

/** The closing of a resolved case, by its state: only the community closes, a report does not. */
export type CaseClosing = { words: string; evidence: string[] }

function closingOf(c: Row<'cases'>): CaseClosing | null {
  if (!isResolved(c)) return null
  if (!c.closedBy)
    return { words: '报道说解决，不算结案；办没办成，由吹哨的村社说了算。', evidence: c.evidence }
  const grounds =
    c.evidence.length > 0 ? '，依据：' : `；依据${emptyWords('evidence', c.origin, c.status).words}。`
  return { words: `结案由吹哨的${c.closedBy}决定${grounds}`, evidence: c.evidence }
}

function viewOf(c: Row<'cases'>, { world, statistics }: Context): CaseView {
  const { calls } = statistics.factsOf(c)
  const rows = callRows(c, calls, world)
  const hasTable = rows.length > 0 && !isMostlyEmpty(rows)
  const accepted = c.timeline.filter((e) => e.kind === 'accepted' && !e.text)
  const told = new Set(hasTable ? [...calls.flatMap((call) => toldEvents(c, call)), ...accepted] : [])
  const log = caseLog(c, calls, world, told)
  const reopenings = c.timeline.filter((e) => e.kind === 'reopened').length
  return {
    frame: frameOf(
      recordPath('cases', c.reference),
      {
        title: c.title,
        description: c.description.slice(0, 100),
        record: c,
      },
      world,
    ),
    reference: c.reference,
    kinds: [c.urgency && URGENCY_LABELS[c.urgency], c.kind && WHISTLE_KIND_LABELS[c.kind]]
      .filter(Boolean)
      .join(' · '),
    title: c.title,
    state: c.status,
    sample: scopeOf(c) === 'sample',
    reopened: reopenedWords(reopenings, c.status),
    closed: c.closedBy ? `由${c.closedBy}结案` : null,
    problem: textBlocks(c.description),
    outcome: c.outcome ?? null,
    open: isResolved(c)
      ? null
      : (c.openReason ?? `原因${emptyWords('openReason', c.origin, c.status).words}。`),
    next: caseNext(c, calls, world),
    facts: caseFacts(c, world),
    publishedOn: dateWords(c.publishedOn),
    changedOn: dateWords(c.changedOn),
    changeNote: c.changeNote ?? null,
    relay: caseRelay(c, calls, world),
    calls: hasTable ? rows : [],
    log,
    timed: log.some((line) => line.when !== null),
    untold: timeUntold(c),
    unknown: caseUnknown(c, calls, world),
    closing: closingOf(c),
    satisfaction: caseSatisfaction(c),
    photos: c.photos.map((p) => ({
      src: photoPath(p.file),
      alt: p.alt,
      caption: [PHOTO_STAGE_LABELS[p.stage], p.takenOn && dateWords(p.takenOn)].filter(Boolean).join('　'),
      width: p.width,
      height: p.height,
    })),
    notices: world
      .noticesOf(c.reference)
      .map((number) => world.need('notices', number))
      .sort((a, b) => (a.issuedOn < b.issuedOn ? -1 : a.issuedOn > b.issuedOn ? 1 : 0))
      .map((notice) => noticeLine(notice, world)),
    similar: caseLines(similarCases(c, world), { world, statistics }),
    sources: sourceLines(c.sources, world, dateWords),
    json: jsonPath('cases', c.reference),
    csv: dataFile('cases', 'csv'),
    definition: figurePath('arrival-on-time'),
  }
}

const paths = (references: Iterable<string>) => [...references].map((r) => recordPath('cases', r))

export const caseKind: PageKind<CaseView> = {
  pattern: /^cases\/\d{4}\/\d{4}\/(?<reference>[A-Z]+-\d{4}-\d{6})\.html$/,
  paths: ({ world }) => paths(world.snapshot.tables.cases.keys()),
  view: ({ reference }, context) => {
    const c = context.world.get('cases', reference as string)
    return c ? viewOf(c, context) : null
  },
  affectedBy: (change, context) => paths(casesAffectedBy(change, context)),
  countedToAsOf: (context) => paths(casesCountedToAsOf(context)),
}
