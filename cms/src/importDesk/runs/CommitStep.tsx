import { Button } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import { isDecided } from '#domain/imports/importPlan'
import type { Mapping } from '#domain/imports/mapping'
import { CHANGE_KIND_LABELS, CHANGE_KINDS, type ChangeKind } from '#domain/vocabulary'
import { wordsOf } from '../../components/askNewsroom.ts'
import type { ShownUpload } from '../../endpoints/importFiles.ts'
import type { ShownPlan } from '../../imports/uploads/shownPlan.ts'
import { Choice } from '../Choice.tsx'
import { saveMapping } from '../mapping/saveMapping.ts'
import { Fault } from '../Told.tsx'
import { RunTold } from './RunTold.tsx'
import { useRun } from './useRun.ts'

type Props = {
  file: ShownUpload
  plan: ShownPlan
  mapping: Mapping
  /** What was tried is not what stands above any more. */
  isStale: boolean
  onChange: (mapping: Mapping) => void
  onDone: () => void
}

/** Last: writes what the dry run showed, all of it or nothing. */
export function CommitStep({ file, plan, mapping, isStale, onChange, onDone }: Props) {
  const { run, fault, begin, look, isUnderWay } = useRun(`import-files/${file.id}/commit`, onDone)
  const [note, setNote] = useState('')
  const [kind, setKind] = useState<ChangeKind | undefined>()
  const [unsaved, setUnsaved] = useState<string | null>(null)
  useEffect(() => void look(), [look])
  const { create, change } = plan.counts
  const write = useCallback(async () => {
    setUnsaved(null)
    try {
      const saved = mapping.own ? mapping : await saveMapping(mapping)
      onChange(saved)
      await begin(`import-files/${file.id}/commit`, {
        mapping: saved,
        counts: plan.counts,
        changeNote: note,
        changeKind: kind ?? null,
      })
    } catch (error) {
      setUnsaved(wordsOf(error))
    }
  }, [begin, file.id, kind, mapping, note, onChange, plan.counts])

  const inTheWay = whyNot({ plan, mapping, isStale })
  return (
    <div>
      <h3>写入</h3>
      <p>
        新建{create}条，修改{change}条，
        {mapping.publish ? '写完一起公开' : '都是草稿，读者看不到'}。要么全部写成，要么一条也没有。
      </p>
      {mapping.publish && change > 0 && (
        <div className="import-desk__line">
          <Choice
            label="改动的是"
            labels={CHANGE_KIND_LABELS}
            onChange={setKind}
            options={CHANGE_KINDS}
            value={kind}
          />
          <label>
            为什么改，一句话管全部
            <input
              maxLength={300}
              onChange={({ target }) => setNote(target.value)}
              type="text"
              value={note}
            />
          </label>
        </div>
      )}
      {inTheWay && <p>{inTheWay}</p>}
      <Button
        disabled={inTheWay !== null || isUnderWay}
        margin={false}
        onClick={() => void write()}
        type="button"
      >
        写入
      </Button>
      <Fault words={unsaved ?? fault} />
      <RunTold done={saidOf} run={run} />
    </div>
  )
}

const saidOf = (id: number | string | null) =>
  id === null ? '没有要写的：和编辑部里的完全一样。' : `写完了，是第${id}次导入。`

function whyNot({ plan, mapping, isStale }: Pick<Props, 'plan' | 'mapping' | 'isStale'>): string | null {
  if (isStale) return '上面改过了：再试读一次，才能写入。'
  if (!isDecided(plan)) return '还有要问的、先留下的或不能收的行：答完，或者决定这次不导入它们，再试读一次。'
  return mapping.name.trim() === '' ? '先在第4步给对照表起个名字：下次还用得上。' : null
}
