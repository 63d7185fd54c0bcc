'use client'
import { Button, useDocumentInfo } from '@payloadcms/ui'
import { useEffect, useId, useState } from 'react'
import { NamePicker } from '../caseForm/NamePicker.tsx'
import { useOffered } from '../caseForm/useNames.ts'
import { askNewsroom, wordsOf } from '../components/askNewsroom.ts'
import { UNANSWERED } from '../components/sendAct.ts'
import type { MergerStanding } from './merger.ts'

/** In the sidebar of a place or a department: merges it into another one, and takes that back; what it changes is said first. */
export function MergePanel({ table }: { table: 'areas' | 'departments' }) {
  const { id } = useDocumentInfo()
  const [standing, setStanding] = useState<MergerStanding | null>(null)
  const [isOpen, setIsOpen] = useState(false)
  const [into, setInto] = useState<number | string | null>(null)
  const [note, setNote] = useState('')
  const [fault, setFault] = useState('')
  const noteId = useId()
  const names = new Map([...useOffered(table)].filter(([each]) => each !== String(id)))
  useEffect(() => {
    if (id === undefined) return
    const query = new URLSearchParams({ recordType: table, id: String(id) })
    fetch(`/api/merger?${query}`, { credentials: 'include' })
      .then(async (answer) => answer.ok && setStanding((await answer.json()) as MergerStanding))
      .catch(() => setFault('没有连上：请刷新页面'))
  }, [id, table])
  if (!standing?.mayMerge) return null
  const isMerged = standing.into !== null
  const act = isMerged ? '撤销并入' : '并入'

  const go = async () => {
    if (!isMerged && into === null) return setFault('先选并入哪一个')
    if (note.trim() === '') return setFault('写几个字：为什么，读者会看到')
    const body = { recordType: table, id, into: isMerged ? null : into, note }
    await askNewsroom('POST', '/api/merger', { body, lost: UNANSWERED }).then(
      () => location.reload(),
      (error) => setFault(wordsOf(error)),
    )
  }

  return (
    <div className="field-type merge-panel">
      {standing.into && (
        <p>
          {standing.into.on} 起并入“{standing.into.name}”。
        </p>
      )}
      {standing.proposed && (
        <p>
          {standing.proposed.into === null ? '撤销并入' : `并入“${standing.proposed.into}”`}
          已经交上来，等另一位发布人发布（两人原则）。
        </p>
      )}
      {!isOpen && !standing.proposed && (
        <Button
          buttonStyle="secondary"
          margin={false}
          onClick={() => setIsOpen(true)}
          size="small"
          type="button"
        >
          {isMerged ? act : '并入另一个……'}
        </Button>
      )}
      {isOpen && (
        <fieldset>
          <legend>{act}</legend>
          {isMerged ? (
            <p>撤销以后，写着“{standing.name}”的记录又数在它自己名下，它的页面恢复原样。</p>
          ) : (
            <>
              <p className="merge-panel__into" aria-live="polite">
                {into === null ? '并入哪一个' : <strong>并入“{names.get(String(into))}”</strong>}
              </p>
              <NamePicker label={into === null ? '并入哪一个' : '换一个'} names={names} onPick={setInto} />
              <p>
                从今天起，写着“{standing.name}”的已公开记录（
                {standing.named.length > 0 ? standing.named.join('、') : '现在没有'}
                ）在清单、权责、筛选和统计里都数到那里；一条也不改写，事项页仍写当时的名称。“{standing.name}
                ”的页面留着，指向那里。以后可以撤销。
              </p>
            </>
          )}
          <label htmlFor={noteId}>为什么（读者会看到）</label>
          <textarea id={noteId} onChange={(event) => setNote(event.target.value)} rows={3} value={note} />
          <div className="merge-panel__buttons">
            <Button buttonStyle="primary" margin={false} onClick={() => void go()} size="small" type="button">
              确定{act}
            </Button>
            <Button
              buttonStyle="secondary"
              margin={false}
              onClick={() => setIsOpen(false)}
              size="small"
              type="button"
            >
              不做了
            </Button>
          </div>
        </fieldset>
      )}
      {fault && <p role="alert">{fault}</p>}
    </div>
  )
}
