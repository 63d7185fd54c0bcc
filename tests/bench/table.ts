import type { BenchFigure, BenchRatio, BenchResult } from './measure.ts'

/** The result as a Markdown text: the machine, the figures by size, ratios and growth. */
export function tableOf(result: BenchResult): string {
  const { machine, versions, figures } = result
  const sizes = [...new Set(figures.map((f) => f.size))]
  const whats = [...new Map(figures.map((f) => [f.what, f])).values()]
  const lines = [
    `\`${result.command}\``,
    '',
    `${machine.cpu}，${machine.cores} 核，${machine.memoryGB} GB，${machine.system}，开始时负载 ${machine.load}；${Object.entries(
      versions,
    )
      .map(([name, version]) => `${name} ${version}`)
      .join('，')}`,
    '',
    row(['中位（最差，次数）', ...sizes.map((s) => `${s} 件`), '增长']),
    row(['---', ...sizes.map(() => '---:'), '---:']),
    ...whats.map(({ what }) =>
      row([
        what,
        ...sizes.map((size) => cell(figures.find((f) => f.what === what && f.size === size))),
        growthCell(result, what),
      ]),
    ),
  ]
  if (result.ratios.length > 0)
    lines.push(
      '',
      row(['并排量的比', ...sizes.map((s) => `${s} 件`)]),
      row(['---', ...sizes.map(() => '---:')]),
      ...[...new Set(result.ratios.map((r) => r.what))].map((what) =>
        row([
          what,
          ...sizes.map((size) => {
            const found = result.ratios.find((r) => r.what === what && r.size === size)
            return found ? ratioCell(found) : ''
          }),
        ]),
      ),
    )
  return lines.join('\n')
}

function row(cells: string[]): string {
  return `| ${cells.join(' | ')} |`
}

function cell(f: BenchFigure | undefined): string {
  if (!f) return ''
  const many = f.n > 1 ? `（${f.worst}，${f.n} 次）` : ''
  const promised = f.target === undefined ? '' : f.worst <= f.target ? ' ✓' : ` ✗ 目标 ${f.target}`
  return `${f.median} ${f.unit}${many}${promised}`
}

function ratioCell({ value, atLeast, atMost }: BenchRatio): string {
  if (atLeast !== undefined) return `${value} 倍${value >= atLeast ? ' ✓' : ` ✗ 目标至少 ${atLeast}`}`
  if (atMost !== undefined) return `${value} 倍${value <= atMost ? ' ✓' : ` ✗ 目标至多 ${atMost}`}`
  return `${value} 倍`
}

/** Exponents between neighbouring sizes: 0 stays the same, 1 grows with the number of cases. */
function growthCell(result: BenchResult, what: string): string {
  return result.growth
    .filter((g) => g.what === what)
    .map((g) => g.exponent.toFixed(2))
    .join('，')
}
