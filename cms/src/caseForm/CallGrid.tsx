'use client'
import { FieldLabel, useField, useFormFields } from '@payloadcms/ui'
import { dayOf } from '#domain/dates'
import { positionOf } from '#domain/records/eventPlace'
import { EVENT_KIND_LABELS, type EventKind } from '#domain/vocabulary'
import { FieldFault } from '../form/FieldFault.tsx'
import { CallRow } from './CallRow.tsx'
import { GRID_KINDS } from './gridKinds.ts'
import { NamePicker } from './NamePicker.tsx'
import { TimeCell } from './TimeCell.tsx'
import { useCalled } from './useCalled.ts'
import { useNames, useOffered } from './useNames.ts'
import { useTimeline } from './useTimeline.ts'

type Props = { path: string; readOnly?: boolean }

/**
 * 派单、到场、办结: a row for each department, which is chosen once, and the whistle and the closure around them. What is
 * typed becomes events of the timeline below; it is the form of `departments` and of `lead`.
 */
export function CallGrid({ path, readOnly }: Props) {
  const { disabled } = useField<unknown>({ path })
  const isLocked = readOnly === true || disabled
  const { events, setTime } = useTimeline()
  const { lead, called, add, remove, makeLead } = useCalled()
  const names = useNames('departments')
  const offered = useOffered('departments')
  const closedBy = useFormFields(([fields]) => fields.closedBy?.value)
  const whistle = events[0]?.kind === 'whistle' ? events[0] : undefined
  const closure = events[positionOf(events, 'closure', undefined)]
  const whistleDay = dayOf(whistle?.at ?? '') ?? undefined
  const timeOf = (kind: EventKind, department: number | string) =>
    events[positionOf(events, kind, department)]?.at ?? ''

  return (
    <div className="field-type call-grid" id="field-departments">
      <FieldLabel label="谁来、什么时候" path={path} />
      <FieldFault path="lead" />
      <FieldFault path={path} />
      <div className="call-grid__line">
        <span>吹哨</span>
        <TimeCell
          above={undefined}
          disabled={isLocked}
          label="吹哨的时间"
          onEnter={(at) => setTime({ kind: 'whistle' }, at)}
          sameDay={undefined}
          value={whistle?.at ?? ''}
        />
      </div>
      <table>
        <thead>
          <tr>
            <th scope="col">部门</th>
            {GRID_KINDS.map((kind) => (
              <th key={kind} scope="col">
                {EVENT_KIND_LABELS[kind]}
              </th>
            ))}
            <th scope="col">牵头</th>
          </tr>
        </thead>
        <tbody>
          {called.map((department, row) => (
            <CallRow
              above={called[row - 1]}
              department={department}
              isLead={department === lead}
              isLocked={isLocked}
              key={department}
              name={names.get(String(department)) ?? '……'}
              onLead={() => makeLead(department)}
              onRemove={() => remove(department)}
              sameDay={whistleDay}
              setTime={(kind, at) => setTime({ kind, department }, at)}
              timeOf={timeOf}
            />
          ))}
        </tbody>
      </table>
      {!isLocked && (
        <NamePicker
          known={names}
          label="添加部门"
          names={new Map([...offered].filter(([id]) => !called.map(String).includes(id)))}
          onPick={add}
        />
      )}
      <div className="call-grid__line">
        <span>结案</span>
        <TimeCell
          above={undefined}
          disabled={isLocked}
          label="结案的时间"
          onEnter={(at) => setTime({ kind: 'closure', ...bodyOf(closedBy) }, at)}
          sameDay={undefined}
          value={closure?.at ?? ''}
        />
      </div>
      <p className="field-description">
        时间怎么说就怎么写：11月20日 9点10分、昨天下午3点；只写 10点20
        就是吹哨当天；和上一行一样写“同上”。写了就自动进下面的经过。
      </p>
    </div>
  )
}

const bodyOf = (closedBy: unknown) => (typeof closedBy === 'string' && closedBy ? { body: closedBy } : {})
