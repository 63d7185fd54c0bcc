import { scopeOf } from '#domain/scope'
import type { PageKind } from '../context.ts'
import { dateWords } from '../format.ts'
import { type Frame, frameOf } from '../frame/frame.ts'
import { type CaseLine, caseLines } from '../rows/caseLine.ts'
import { casesLinedOtherwise } from '../rows/caseParts.ts'
import { type SourceLine, sourceLines } from '../rows/sourceWords.ts'
import { dataFile, jsonPath, recordPath } from '../urls.ts'

export type PracticeView = {
  frame: Frame
  place: { name: string; href: string | null }
  sample: boolean
  summary: string
  problem: string | null
  steps: string[]
  result: string | null
  needs: string[]
  cases: CaseLine[]
  sources: SourceLine[]
  json: string
  csv: string
}

const pathOf = (slug: string) => recordPath('practices', slug)

export const practiceKind: PageKind<PracticeView> = {
  pattern: /^practices\/(?<slug>(?!index\.)[a-z0-9-]+)\.html$/,
  paths: ({ world }) => world.all('practices').map((p) => pathOf(p.slug)),
  view: ({ slug }, context) => {
    const { world } = context
    const p = world.get('practices', slug as string)
    if (!p) return null
    return {
      frame: frameOf(pathOf(p.slug), { title: p.title, description: p.summary, record: p }, world),
      place: { name: p.place, href: p.area ? recordPath('areas', p.area) : null },
      sample: p.origin === 'sample',
      summary: p.summary,
      problem: p.problem ?? null,
      steps: p.steps,
      result: p.result ?? null,
      needs: p.needs,
      cases: caseLines(p.cases, context),
      sources: sourceLines(p.sources, world, dateWords),
      json: jsonPath('practices', p.slug),
      csv: dataFile('practices', 'csv'),
    }
  },
  affectedBy: (change, { world }) => {
    const { table, key } = change
    if (table === 'practices') return [pathOf(key)]
    if (table === 'departments' || table === 'areas') {
      const lined = new Set(casesLinedOtherwise(change, world))
      const listed = world.all('practices').filter((p) => p.cases.some((r) => lined.has(r)))
      return listed.map((p) => pathOf(p.slug))
    }
    if (table !== 'cases' && table !== 'sources') return []
    return world
      .all('practices')
      .filter((p) => p[table].includes(key))
      .map((p) => pathOf(p.slug))
  },
  countedToAsOf: ({ world, statistics }) => {
    const moved = statistics.movedScopes()
    const lists = (reference: string) => moved.includes(scopeOf(world.need('cases', reference)))
    return world
      .all('practices')
      .filter((p) => p.cases.some(lists))
      .map((p) => pathOf(p.slug))
  },
}
