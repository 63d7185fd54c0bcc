import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import type { Mapping } from '#domain/imports/mapping'
import type { ShownUpload } from '../../endpoints/importFiles.ts'
import type { ImportTargets } from '../importTargets.ts'
import { CommitStep } from '../runs/CommitStep.tsx'
import { Busy, Fault } from '../Told.tsx'
import { PlanCounts } from './PlanCounts.tsx'
import { PlanRows } from './PlanRows.tsx'
import { PrivatePart } from './PrivatePart.tsx'
import { QuestionsPart } from './QuestionsPart.tsx'
import { usePlan } from './usePlan.ts'

type Props = {
  file: ShownUpload
  mapping: Mapping
  onChange: (mapping: Mapping) => void
  table: ImportTargets['tables'][number]
  named: ImportTargets['named']
  /** Is told when something was written. */
  onDone: () => void
  /** Is told the name under which the mapping was kept. */
  onSaved: (name: string) => void
}

/** Fifth: what would become of every row; answered and tried again until nothing is asked. */
export function PlanStep({ file, mapping, onChange, table, named, onDone, onSaved }: Props) {
  const run = usePlan(file.id)
  const [tried, setTried] = useState<Mapping | null>(null)
  const { answer, fault, isUnderWay } = run
  const isStale = tried !== null && tried !== mapping
  const begin = () => {
    setTried(mapping)
    void run.begin({ ...mapping, name: mapping.name.trim() || file.name })
  }
  // Saving only numbers the version: what was tried is what is saved.
  const keepTried = (saved: Mapping) => {
    setTried(saved)
    onChange(saved)
    if (!saved.own) onSaved(saved.name)
  }
  return (
    <section aria-labelledby="import-plan">
      <h2 id="import-plan">5. 试读</h2>
      <p>逐行看会新建什么、改动什么、要问什么。试读什么也不写。</p>
      <Button disabled={isUnderWay} margin={false} onClick={begin} type="button">
        {answer.state === 'none' ? '试读' : '再试读一次'}
      </Button>
      <Busy
        isOn={isUnderWay}
        words={answer.state === 'waiting' ? '前面还有一份在试读，请等一等……' : '正在试读……'}
      />
      <Fault words={fault ?? (answer.state === 'refused' ? answer.words : null)} />
      {answer.state === 'done' && !isUnderWay && (
        <>
          {isStale && <p className="import-desk__stale">上面改过了，下面还是改以前的：请再试读一次。</p>}
          <PlanCounts id={file.id} plan={answer.plan} run={run} />
          <QuestionsPart
            file={file}
            mapping={mapping}
            named={named}
            onChange={onChange}
            plan={answer.plan}
            table={table}
          />
          <PrivatePart mapping={mapping} onChange={onChange} plan={answer.plan} run={run} />
          <PlanRows
            answer={answer}
            file={file}
            mapping={mapping}
            onChange={onChange}
            run={run}
            table={table}
          />
          <CommitStep
            file={file}
            isStale={isStale}
            mapping={mapping}
            onChange={keepTried}
            onDone={onDone}
            plan={answer.plan}
          />
        </>
      )}
    </section>
  )
}
