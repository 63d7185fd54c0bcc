import { isResolved } from '#domain/case'
import type { Row } from '#domain/snapshot'
import { type CaseState, PHOTO_STAGE_LABELS, URGENCY_LABELS, WHISTLE_KIND_LABELS } from '#domain/vocabulary'
import { scopeOf } from '#domain/world'
import type { Context, PageKind } from '../context.ts'
import { dateWords } from '../format.ts'
import { dataFile, figurePath, jsonPath, photoPath, recordPath } from '../urls.ts'
import { type CallRow, callRows } from './callRows.ts'
import { casesAffectedBy, casesCountedToAsOf } from './caseAffected.ts'
import { type CaseFact, caseFacts } from './caseFacts.ts'
import { type CaseLine, caseLines } from './caseLine.ts'
import { caseLog, type LogLine } from './caseLog.ts'
import { type CaseRelay, caseRelay } from './caseRelay.ts'
import { type CaseSatisfaction, caseSatisfaction } from './caseSatisfaction.ts'
import { type Frame, frameOf } from './frame.ts'
import { type NoticeLine, noticeLine } from './noticeLine.ts'
import { similarCases } from './similarCases.ts'
import { type SourceLine, sourceLines } from './sourceWords.ts'

export type CaseView = {
  frame: Frame
  reference: string
  kinds: string
  title: string
  state: CaseState
  sample: boolean
  reopened: string | null
  closed: string | null
  lede: string | null
  facts: CaseFact[]
  publishedOn: string
  changedOn: string
  changeNote: string | null
  relay: CaseRelay | null
  calls: CallRow[]
  log: LogLine[]
  open: string | null
  evidence: string[]
  closedBy: string | null
  /** Said instead of the grounds where the community has not closed it, as far as is known. */
  notClosed: string
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

const NOT_CLOSED: Record<Row<'cases'>['origin'], string> = {
  press: '由谁结案、凭什么结案，没有公布。报道说解决，不算结案；办没办成，由吹哨的村社说了算。',
  record: '村社还没有结案。部门说办完，不算结案；办没办成，由吹哨的村社说了算。',
  sample: '村社还没有结案。部门说办完，不算结案；办没办成，由吹哨的村社说了算。',
}

function viewOf(c: Row<'cases'>, { world, statistics }: Context): CaseView {
  const { calls } = statistics.factsOf(c)
  const open = !isResolved(c)
  const reopenings = c.timeline.filter((e) => e.kind === 'reopened').length
  const source = c.sources[0] ? world.need('sources', c.sources[0]).publisher : undefined
  return {
    frame: frameOf(
      recordPath('cases', c.reference),
      {
        title: c.title,
        description: c.description.slice(0, 100),
        column: '事项',
        record: c,
        ...(source ? { contentSource: source } : {}),
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
    closed: c.closedBy ? `由${c.closedBy}结案` : c.status === 'reported-resolved' ? '由谁结案未公布' : null,
    lede: c.outcome ?? null,
    facts: caseFacts(c, world),
    publishedOn: dateWords(c.publishedOn),
    changedOn: dateWords(c.changedOn),
    changeNote: c.changeNote ?? null,
    relay: caseRelay(c, calls, world),
    calls: callRows(c, calls, open, world),
    log: caseLog(c, calls, world),
    open: open ? (c.openReason ?? '原因未公布') : null,
    evidence: c.evidence,
    closedBy: c.closedBy ?? null,
    notClosed: NOT_CLOSED[c.origin],
    satisfaction: caseSatisfaction(c),
    photos: c.photos.map((p) => ({
      src: photoPath(p.file),
      alt: p.alt,
      caption: [PHOTO_STAGE_LABELS[p.stage], p.takenOn && dateWords(p.takenOn)].filter(Boolean).join('　'),
      width: p.width,
      height: p.height,
    })),
    notices: world.noticesOf(c.reference).map((number) => noticeLine(world.need('notices', number), world)),
    similar: caseLines(similarCases(c, world), { world, statistics }),
    sources: sourceLines(c.sources, world, dateWords),
    json: jsonPath('cases', c.reference),
    csv: dataFile('cases', 'csv'),
    definition: figurePath('arrival-on-time'),
  }
}

const paths = (references: Iterable<string>) => [...references].map((r) => recordPath('cases', r))

export const caseKind: PageKind<CaseView> = {
  id: 'case',
  pattern: /^cases\/\d{4}\/\d{4}\/(?<reference>[A-Z]+-\d{4}-\d{6})\.html$/,
  paths: ({ world }) => paths(world.snapshot.tables.cases.keys()),
  view: ({ reference }, context) => {
    const c = context.world.get('cases', reference as string)
    return c ? viewOf(c, context) : null
  },
  affectedBy: (change, context) => paths(casesAffectedBy(change, context)),
  countedToAsOf: (context) => paths(casesCountedToAsOf(context)),
}
