'use client'
import { useListDrawerContext, useSelection } from '@payloadcms/ui'
import { usePathname } from 'next/navigation'
import type { TableName } from '#domain/records/snapshot'
import { useMay } from '../access/useMay.ts'
import { MassActButton } from './MassActButton.tsx'
import type { MassAct } from './massAct.ts'

const IN_LIST: readonly MassAct[] = ['publish', 'withdraw', 'bin']
const IN_BIN: readonly MassAct[] = ['unbin']

/** Above a list: what can be done with the records that are chosen on this page of it, for who may do it. */
export function MassActs({ table }: { table: TableName }) {
  const { selectedIDs } = useSelection()
  const { isInDrawer } = useListDrawerContext()
  const isBin = usePathname().endsWith('/trash')
  const mayPublish = useMay(table, 'publish')
  if (!mayPublish || isInDrawer || selectedIDs.length === 0) return null
  return (
    <div className="mass-acts">
      <span>{`选了${selectedIDs.length}条：`}</span>
      {(isBin ? IN_BIN : IN_LIST).map((act) => (
        <MassActButton act={act} ids={selectedIDs} isBin={isBin} key={act} table={table} />
      ))}
    </div>
  )
}
