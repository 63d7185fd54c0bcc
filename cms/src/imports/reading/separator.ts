import { parse } from 'csv-parse/sync'

/** What parts and surrounds the cells of a text table. */
export type TextShape = {
  delimiter: string
  quote: '"' | "'" | false
  /** Blanks stand between a mark that parts cells and the quote after it. */
  hasBlanks: boolean
}

const DELIMITERS = [',', '\t', ';', '|', '，', '；'] as const
/** How many characters of a file are looked at. */
const SAMPLE = 64 * 1024
const MOST_ROWS = 200

/** The shape under which the rows of a text agree best in their number of cells. */
export function shapeOf(text: string): TextShape {
  const told = /^sep=(.)\r?\n/i.exec(text)?.[1]
  const sample = wholeLines(text)
  const quote = quoteOf(sample)
  const hasBlanks = quote === '"' && (sample.match(/[,;|，；] +"/g) ?? []).length > 1
  if (told) return { delimiter: told, quote, hasBlanks }
  const scored = DELIMITERS.map((delimiter) => ({
    delimiter,
    score: scoreOf(sample, { delimiter, quote, hasBlanks }),
  }))
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a))
  return { delimiter: best.score > 0 ? best.delimiter : ',', quote, hasBlanks }
}

function wholeLines(text: string): string {
  if (text.length <= SAMPLE) return text
  const end = text.lastIndexOf('\n', SAMPLE)
  return text.slice(0, end > 0 ? end : SAMPLE)
}

/** Single quotes count only where cells begin and end with them and no double ones do. */
function quoteOf(sample: string): TextShape['quote'] {
  const edges = (mark: string) =>
    (sample.match(new RegExp(`(?:^|[,\\t;|])${mark}[^${mark}\\n]*${mark}(?=[,\\t;|\\r\\n]|$)`, 'gm')) ?? [])
      .length
  return edges('"') === 0 && edges("'") > 1 ? "'" : '"'
}

/** Rows with the usual number of cells, weighed by that number; nothing where no row is parted. */
function scoreOf(sample: string, shape: TextShape): number {
  const rows = rowsOf(sample, shape).filter((row) => row.length > 1 || row[0] !== '')
  const lengths = Map.groupBy(rows, (row) => row.length)
  const usual = [...lengths].reduce((a, b) => (b[1].length > a[1].length ? b : a), [0, []] as [
    number,
    string[][],
  ])
  const [cells, same] = usual
  return cells < 2 ? 0 : (same.length / rows.length) * Math.log2(cells + 1)
}

function rowsOf(sample: string, { delimiter, quote, hasBlanks }: TextShape): string[][] {
  const rows: string[][] = []
  try {
    parse(sample, {
      delimiter,
      quote,
      trim: hasBlanks,
      relax_quotes: true,
      relax_column_count: true,
      to: MOST_ROWS,
      on_record: (row: string[]) => {
        rows.push(row)
        return null
      },
    })
  } catch {
    // A quote that is open where the sample was cut: what came before it counts.
  }
  return rows
}
