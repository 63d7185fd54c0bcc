import {
  DATE_ORDER_LABELS,
  DATE_ORDERS,
  EDITED_WAY_LABELS,
  EDITED_WAYS,
  type Mapping,
} from '#domain/imports/mapping'
import { Choice } from '../Choice.tsx'
import type { ImportTargets } from '../importTargets.ts'
import { ConstantsPart } from './ConstantsPart.tsx'
import { EventsPart } from './EventsPart.tsx'
import { MappingName } from './MappingName.tsx'
import { NewPlacesPart } from './NewPlacesPart.tsx'
import { withTold } from './withTold.ts'

type Props = {
  mapping: Mapping
  onChange: (mapping: Mapping) => void
  table: ImportTargets['tables'][number]
  named: ImportTargets['named']
  publishes: boolean
  /** Is told the name under which the mapping was kept. */
  onSaved: (name: string) => void
}

/** Fourth: what no column says. All of it can be left open: what is needed is asked after the dry run. */
export function MoreStep({ mapping, onChange, table, named, publishes, onSaved }: Props) {
  const tell = <Name extends keyof Mapping>(name: Name, value: Mapping[Name] | undefined) =>
    onChange(withTold(mapping, name, value))
  return (
    <section aria-labelledby="import-more">
      <h2 id="import-more">4. 列里没有的</h2>
      <p>不清楚的可以先空着，试读以后会问。</p>
      <ConstantsPart mapping={mapping} named={named} onChange={onChange} table={table} />
      {table.table === 'cases' && <EventsPart mapping={mapping} onChange={onChange} />}
      <div className="import-desk__line">
        <Choice
          label="03/04/2021 这样的日期是"
          labels={DATE_ORDER_LABELS}
          onChange={(value) => tell('dateOrder', value)}
          options={DATE_ORDERS}
          value={mapping.dateOrder}
        />
        <label>
          没有写年份的算哪年
          <input
            inputMode="numeric"
            maxLength={4}
            onChange={({ target }) => tell('undatedYear', yearOf(target.value))}
            placeholder="例如 2022"
            type="text"
            defaultValue={mapping.undatedYear ?? ''}
          />
        </label>
        <Choice
          label="编辑改过、文件又不同的"
          labels={EDITED_WAY_LABELS}
          onChange={(value) => tell('edited', value)}
          options={EDITED_WAYS}
          value={mapping.edited}
        />
        {table.table === 'cases' && (
          <label>
            本站编号的字头
            <input
              maxLength={8}
              onChange={({ target }) => tell('keyPrefix', target.value.trim().toUpperCase() || undefined)}
              placeholder="例如 WS"
              type="text"
              value={mapping.keyPrefix ?? ''}
            />
          </label>
        )}
      </div>
      {mapping.key !== undefined && (mapping.moreSheets !== undefined || mapping.keyOfSheet) && (
        <label className="import-desk__check">
          <input
            checked={mapping.keyOfSheet === true}
            onChange={({ target }) => tell('keyOfSheet', target.checked || undefined)}
            type="checkbox"
          />
          每张表都从头编号：来源编号连表名一起认
        </label>
      )}
      <NewPlacesPart mapping={mapping} named={named} onChange={onChange} />
      {publishes ? (
        <label className="import-desk__check">
          <input
            checked={mapping.publish === true}
            onChange={({ target }) => tell('publish', target.checked || undefined)}
            type="checkbox"
          />
          写入就公开；不勾就存成草稿
        </label>
      ) : (
        <p>写入以后是草稿，由发布人公开。</p>
      )}
      {!mapping.own && <MappingName mapping={mapping} onChange={onChange} onSaved={onSaved} />}
    </section>
  )
}

const yearOf = (text: string): number | undefined =>
  /^(19|20)\d{2}$/.test(text.trim()) ? Number(text) : undefined
