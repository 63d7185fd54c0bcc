'use client'
import { useCallback, useState } from 'react'
import { FileStep } from './FileStep.tsx'
import type { ImportTargets } from './importTargets.ts'
import { ColumnsStep } from './mapping/ColumnsStep.tsx'
import { MoreStep } from './mapping/MoreStep.tsx'
import { PlanStep } from './plan/PlanStep.tsx'
import { PastImports } from './runs/PastImports.tsx'
import { SheetStep } from './SheetStep.tsx'
import { useImportDesk } from './useImportDesk.ts'

type Props = {
  /** Names of saved mappings. */
  mappings: string[]
  /** Whether the person may publish at once. */
  publishes: boolean
  targets: ImportTargets
}

/** The steps from a file to its records, below each other: each appears when the one before it is done. */
export function ImportDesk({ mappings, publishes, targets }: Props) {
  const desk = useImportDesk()
  const [round, setRound] = useState(0)
  const [saved, setSaved] = useState<string[]>([])
  const noteSaved = useCallback((name: string) => setSaved((before) => [...before, name]), [])
  const again = useCallback(() => setRound((before) => before + 1), [])
  const { file, pointed, mapping, setMapping } = desk
  const table = targets.tables.find((each) => each.table === mapping?.table)
  return (
    <>
      <FileStep desk={desk} />
      {file && (
        <SheetStep
          desk={desk}
          file={file}
          mappings={[...new Set([...mappings, ...saved])]}
          tables={targets.tables}
        />
      )}
      {file && pointed && mapping && table && (
        <>
          <ColumnsStep columns={pointed.columns} mapping={mapping} onChange={setMapping} table={table} />
          <MoreStep
            mapping={mapping}
            named={targets.named}
            onChange={setMapping}
            onSaved={noteSaved}
            publishes={publishes}
            table={table}
          />
          <PlanStep
            file={file}
            key={file.id}
            mapping={mapping}
            named={targets.named}
            onChange={setMapping}
            onDone={again}
            onSaved={noteSaved}
            table={table}
          />
        </>
      )}
      <PastImports publishes={publishes} round={round} />
    </>
  )
}
