import type { BookDuty, BookLink, BookName, DutyBook } from './dutyBook.ts'

/** Where the finder's file puts its content: another name with every change of the form, so that no script reads what it does not know. */
export const COLUMNS_NAME = 'shaoxiangDutyColumns'

/** Rows turned into lists of one field each; `null` where a row lacks it. */
type Columns<Row> = { [K in keyof Row]-?: (Row[K] | null)[] }

/** An item without what stands elsewhere or between like: departments by their place, lists of examples side by side. */
type DutyRow = Omit<BookDuty, 'lead' | 'responsible' | 'examples' | 'arrivalHours' | 'usual'> & {
  lead: number
  responsible: number[]
  arrivalHours?: [routine: number, tough: number, emergency: number]
  usual?: [scope: BookDuty['scope'], n: number, days: number]
  exampleNames: string[]
  examplePaths: string[]
}

/**
 * The duty list as the finder's file holds it: column by column, because like beside like takes an eighth less on the
 * wire, and each department once.
 */
export type DutyColumns = Omit<DutyBook, 'duties' | 'names'> & {
  duties: Columns<DutyRow>
  departments: Columns<BookLink>
  names: Columns<BookName>
}

/** The columns of a duty list. */
export function columnsOf({ duties, names, ...rest }: DutyBook): DutyColumns {
  const departments = new Map<string, BookLink>()
  for (const { lead, responsible } of duties)
    for (const one of [lead, ...responsible]) departments.set(one.path, one)
  const paths = [...departments.keys()]
  const placeOf = new Map(paths.map((path, place) => [path, place]))
  const place = ({ path }: BookLink) => placeOf.get(path) as number
  const rows = duties.map(
    ({ lead, responsible, examples, arrivalHours: hours, usual, ...own }): DutyRow => ({
      ...own,
      lead: place(lead),
      responsible: responsible.map(place),
      ...(hours ? { arrivalHours: [hours.routine, hours.tough, hours.emergency] } : {}),
      ...(usual ? { usual: [usual.scope, usual.n, usual.days] } : {}),
      exampleNames: examples.map(({ name }) => name),
      examplePaths: examples.map(({ path }) => path),
    }),
  )
  return {
    ...rest,
    duties: turned(rows) as Columns<DutyRow>,
    departments: turned([...departments.values()]) as Columns<BookLink>,
    names: turned(names) as Columns<BookName>,
  }
}

/** The duty list of its columns. Throws when an item names a department that is not there. */
export function bookOfColumns({ duties, departments, names, ...rest }: DutyColumns): DutyBook {
  const links = rowsOf<BookLink>(departments)
  const link = (place: number): BookLink => {
    const found = links[place]
    if (!found) throw new Error(`没有第 ${place} 个部门`)
    return found
  }
  return {
    ...rest,
    duties: rowsOf<DutyRow>(duties).map((row): BookDuty => {
      const { lead, responsible, exampleNames, examplePaths, arrivalHours: hours, usual, ...own } = row
      return {
        ...own,
        lead: link(lead),
        responsible: responsible.map(link),
        ...(hours ? { arrivalHours: { routine: hours[0], tough: hours[1], emergency: hours[2] } } : {}),
        ...(usual ? { usual: { scope: usual[0], n: usual[1], days: usual[2] } } : {}),
        examples: exampleNames.map((name, i) => ({ name, path: examplePaths[i] as string })),
      }
    }),
    names: rowsOf<BookName>(names),
  }
}

function turned(rows: readonly object[]): Record<string, unknown[]> {
  const columns: Record<string, unknown[]> = {}
  rows.forEach((row, at) => {
    for (const [key, value] of Object.entries(row)) {
      columns[key] ??= rows.map(() => null)
      columns[key][at] = value
    }
  })
  return columns
}

function rowsOf<Row>(columns: Columns<Row>): Row[] {
  const rows: Record<string, unknown>[] = []
  for (const [key, values] of Object.entries(columns) as [string, unknown[]][])
    values.forEach((value, at) => {
      rows[at] ??= {}
      if (value !== null) (rows[at] as Record<string, unknown>)[key] = value
    })
  return rows as Row[]
}
