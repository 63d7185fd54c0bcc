import type { Question } from '#domain/imports/importPlan'
import type { Mapping } from '#domain/imports/mapping'
import type { ShownUpload } from '../../endpoints/importFiles.ts'
import type { ShownPlan } from '../../imports/uploads/shownPlan.ts'
import type { ImportTargets } from '../importTargets.ts'
import { answerTo, NOTHING, tableOfQuestion, withAnswer, withLeftOut } from '../mapping/answers.ts'

type Props = {
  file: ShownUpload
  plan: ShownPlan
  mapping: Mapping
  onChange: (mapping: Mapping) => void
  table: ImportTargets['tables'][number]
  named: ImportTargets['named']
}

/** Questions that are shown at once: those of most rows come first. */
const SHOWN = 60
const DONE_INSTEAD = 'closed'

/** What the file says and nobody knows yet: each word once, with its answer. */
export function QuestionsPart({ file, plan, mapping, onChange, table, named }: Props) {
  const { questions, reasons, undecided } = plan
  const closed = mapping.columns.find(({ field }) => field === 'status')
  const closing = Object.entries(closed?.values ?? {}).filter(([, value]) => value === DONE_INSTEAD)
  const isAsking = questions.length > 0 || undecided.refuse.length > 0 || plan.counts.ask > 0
  if (!isAsking) return null
  return (
    <div className="import-desk__questions">
      <h3>要问的</h3>
      <ul>
        {reasons['ambiguous-date'] && (
          <li>{reasons['ambiguous-date']}行的日期有两种读法：请在第4步说明次序。</li>
        )}
        {reasons['no-year'] && <li>{reasons['no-year']}行没有写年份：请在第4步说明算哪年。</li>}
        {reasons['edited-by-hand'] && (
          <li>{reasons['edited-by-hand']}行编辑改过，文件里又不同：请在第4步说明以谁为准。</li>
        )}
        {reasons['sheet-key'] && (
          <li>
            {reasons['sheet-key']}行的来源编号别的表里也有：每张表都从头编号的，
            <button onClick={() => onChange({ ...mapping, keyOfSheet: true })} type="button">
              连表名一起认
            </button>
            ；是同一件的，请只留一行。
          </li>
        )}
        {reasons['missing-evidence'] && (
          <li>
            {reasons['missing-evidence']}行写着结案，却没有写谁结的案、凭什么：补上这两列，或者
            {closing.length > 0 && (
              <button
                onClick={() =>
                  onChange({
                    ...mapping,
                    columns: mapping.columns.map((rule) =>
                      rule === closed
                        ? {
                            ...rule,
                            values: {
                              ...rule.values,
                              ...Object.fromEntries(closing.map(([word]) => [word, 'done'])),
                            },
                          }
                        : rule,
                    ),
                  })
                }
                type="button"
              >
                把“{closing.map(([word]) => word).join('、')}”都算已办结
              </button>
            )}
          </li>
        )}
      </ul>
      {questions.slice(0, SHOWN).map((question) => (
        <Asked
          key={`${question.kind} ${question.field} ${question.value}`}
          mapping={mapping}
          named={named}
          onChange={onChange}
          question={question}
          table={table}
        />
      ))}
      {questions.length > SHOWN && <p>还有{questions.length - SHOWN}个要问的，答了这些再试读就看得到。</p>}
      {(['ask', 'hold', 'refuse'] as const).map((outcome) =>
        undecided[outcome].length > 0 ? (
          <p key={outcome}>
            <button
              onClick={() => onChange(withLeftOut(mapping, file.sha256, undecided[outcome]))}
              type="button"
            >
              {LEAVE_OUT[outcome]}的{undecided[outcome].length}行，这次都不导入
            </button>
          </p>
        ) : null,
      )}
    </div>
  )
}

const LEAVE_OUT = { ask: '还在问', hold: '有私人信息', refuse: '不能收' }

type AskedProps = Pick<Props, 'mapping' | 'onChange' | 'table' | 'named'> & { question: Question }

function Asked({ question, mapping, onChange, table, named }: AskedProps) {
  const records = tableOfQuestion(question, table.targets)
  const offered = new Set(question.offered.map(({ value }) => value))
  const nameOf = (key: string) => (records && named[records].find((each) => each.key === key)?.name) ?? key
  const title = table.targets.find(({ field }) => field === question.field)?.title ?? '经过'
  return (
    <label className="import-desk__question">
      <span>
        {title}“{question.value}”（{question.first}，{question.rows}行）是
      </span>
      <select
        onChange={({ target }) => target.value && onChange(withAnswer(mapping, question, target.value))}
        value={answerTo(mapping, question)}
      >
        <option value="">
          {question.kind === 'like-name' ? `按相近的名字算作“${question.offered[0]?.label}”` : '请选'}
        </option>
        {question.offered.map(({ value, label }) => (
          <option key={value} value={value}>
            {records ? nameOf(value) : label}
          </option>
        ))}
        {records
          ? named[records]
              .filter(({ key }) => !offered.has(key))
              .map(({ key, name }) => (
                <option key={key} value={key}>
                  {name}
                </option>
              ))
          : !question.field.startsWith('timeline.') && <option value={NOTHING}>不知道，空着</option>}
      </select>
    </label>
  )
}
