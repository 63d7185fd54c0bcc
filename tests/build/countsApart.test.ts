import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { AnyRow, Row, TableName } from '#domain/records/snapshot'
import type { Scope } from '#domain/scope'
import { putRow, World } from '#domain/world/world'
import { builtRenderer, renderPages } from '../support/product/shippedSite.ts'
import { areaRow, caseRow, departmentRow, dutyRow, snapshotOf } from '../support/records/rows.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'apart-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** How many there are of everything: sums that neither a date nor another count is. */
const MANY = {
  real: { closed: 41, open: 46, notices: 43, others: 35 },
  sample: { closed: 127, open: 67, notices: 139, others: 58 },
} as const
/** Records that both scopes name: of the real world, whatever else there is. */
const SHARED = 'shared'

type Named = { table: TableName; row: AnyRow }

/** Many records of every kind of one scope, all of them naming the shared department, place and source. */
function recordsOf(scope: Scope): Named[] {
  const sample = scope === 'sample'
  const origin = sample ? ('sample' as const) : ('record' as const)
  const [upper, lower] = sample ? ['DEMO-', 'demo-'] : ['', '']
  const days = { origin, publishedOn: '2022-06-01', changedOn: '2022-06-30' }
  const { closed, open, notices, others } = MANY[scope]
  const reference = (n: number) => `${sample ? 'DEMO' : 'WS'}-2022-${String(n).padStart(6, '0')}`
  const some = <T>(count: number, make: (n: number) => T) =>
    Array.from({ length: count }, (_, i) => make(i + 1))
  const cases = some(closed + open, (n): Row<'cases'> => {
    const { closedBy, ...row } = caseRow(n, {
      ...days,
      reference: reference(n),
      area: SHARED,
      lead: SHARED,
      duties: [`${upper}1-1`],
      sources: [SHARED],
    })
    return n > closed
      ? { ...row, status: 'handling', timeline: row.timeline.slice(0, 3) }
      : { ...row, closedBy: closedBy as string }
  })
  const meeting = sample ? 'demo-2022-06-03' : '2022-06-03'
  return [
    ...some(others, (n): Named => ({ table: 'duties', row: dutyRow(`${upper}1-${n}`, { lead: SHARED }) })),
    ...cases.map((row): Named => ({ table: 'cases', row })),
    ...some(others, (n): Named => ({ table: 'departments', row: departmentRow(`${lower}d-${n}`, days) })),
    ...some(
      others,
      (n): Named => ({ table: 'areas', row: areaRow(`${lower}a-${n}`, { ...days, parent: SHARED }) }),
    ),
    ...some(
      others,
      (n): Named => ({
        table: 'practices',
        row: {
          slug: `${lower}p-${n}`,
          title: '做法',
          place: '某处',
          summary: '一句话',
          steps: [],
          needs: [],
          cases: [],
          sources: [SHARED],
          area: SHARED,
          ...days,
        } satisfies Row<'practices'>,
      }),
    ),
    ...some(
      others,
      (n): Named => ({
        table: 'sources',
        row: {
          slug: `${lower}s-${n}`,
          description: '报道',
          publisher: '报纸',
          authors: [],
          date: '2022-11',
          ...days,
        } satisfies Row<'sources'>,
      }),
    ),
    ...some(
      notices,
      (n): Named => ({
        table: 'notices',
        row: {
          number: `${upper}TX-2022-${String(n).padStart(4, '0')}`,
          kind: 'reminder',
          issuer: '指挥部',
          recipient: SHARED,
          issuedOn: '2022-06-10',
          case: reference(1),
          ...days,
        } satisfies Row<'notices'>,
      }),
    ),
    {
      table: 'review-meetings',
      row: {
        slug: meeting,
        date: '2022-06-03',
        matters: ['议题'],
        decisions: [],
        cases: [reference(1)],
        ...days,
      } satisfies Row<'review-meetings'>,
    },
  ]
}

function worldOf(...scopes: Scope[]): World {
  const snapshot = snapshotOf()
  const shared = { ...departmentRow(SHARED) }
  putRow(snapshot, 'departments', shared)
  putRow(snapshot, 'areas', areaRow(SHARED))
  putRow(snapshot, 'sources', {
    slug: SHARED,
    description: '报道',
    publisher: '报纸',
    authors: [],
    date: '2022-11',
    origin: 'press',
    publishedOn: '2022-06-01',
    changedOn: '2022-06-30',
  })
  for (const { table, row } of scopes.flatMap(recordsOf)) putRow(snapshot, table, row as Row<typeof table>)
  return new World(snapshot)
}

/** How many sections a long page has, which grows with its scopes and counts no record. */
const SECTIONS = /<summary>这一页有\d+部分<\/summary>/

/** Numbers of a page that count records, as a reader sees them, also in its description. */
function numbersOf(html: string): Set<string> {
  const description = /<meta name="description" content="([^"]*)"/.exec(html)?.[1] ?? ''
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'))
  const text = main
    .replace(SECTIONS, '')
    .replace(/<(svg|style)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, ' ')
  return new Set(`${description} ${text}`.match(/\d+(?:\.\d+)?/g) ?? [])
}

test('on every page that has real and invented records each number is of one scope, never of both together', async () => {
  const renderer = await builtRenderer(folder)
  const isNoCase = (address: string) => !/^cases\/\d{4}\//.test(address)
  const pagesOf = (...scopes: Scope[]) => renderPages(renderer, worldOf(...scopes), isNoCase)
  const alone = [await pagesOf('real'), await pagesOf('sample')].map(
    (pages) => new Map([...pages].map(([address, html]) => [address, numbersOf(html)])),
  )
  const everywhere = new Set(alone.flatMap((pages) => [...pages.values()].flatMap((some) => [...some])))
  const sums: string[] = []
  for (const [address, html] of await pagesOf('real', 'sample')) {
    // A long list has pages of its parts that a shorter one lacks: there a number of any page alone is one of one scope.
    const known = alone.every((pages) => pages.has(address))
      ? new Set(alone.flatMap((pages) => [...(pages.get(address) ?? [])]))
      : everywhere
    sums.push(...[...numbersOf(html)].filter((n) => !known.has(n)).map((n) => `${address}: ${n}`))
  }
  expect(sums).toEqual([])
})
