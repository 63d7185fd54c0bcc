import { useDocumentInfo } from '@payloadcms/ui'
import { useState } from 'react'
import { PagePreview } from './PagePreview.tsx'
import { ReportView } from './ReportView.tsx'
import { REHEARSALS, type RehearsalOf } from './rehearsals.ts'
import { useRehearsal } from './useRehearsal.ts'

type Props = { recordType: string; id: number | string | undefined; close: () => void }
const TABS: Record<RehearsalOf, string> = { page: '页面', changes: '会改变什么', withdrawal: '撤下的话' }

/** Beside the form: the page as readers would see it, and what else would change for them. Nothing of it is saved or public. */
export function RehearsalPane({ recordType, id, close }: Props) {
  const { hasPublishedDoc } = useDocumentInfo()
  const [tab, setTab] = useState<RehearsalOf>('page')
  /** Another page of the rehearsal that is looked at; null for the record's own. */
  const [other, setOther] = useState<string | null>(null)
  const { said, words } = useRehearsal({ recordType, id }, tab)
  const page = said && (other && said.pages ? `${said.pages}/${other}` : said.page)
  const show = (next: RehearsalOf) => {
    setTab(next)
    setOther(null)
  }
  return (
    <aside aria-label="预演" className="rehearsal">
      <header className="rehearsal__head">
        <div className="rehearsal__tabs">
          {REHEARSALS.filter((each) => each !== 'withdrawal' || hasPublishedDoc).map((each) => (
            <button aria-pressed={tab === each} key={each} onClick={() => show(each)} type="button">
              {TABS[each]}
            </button>
          ))}
        </div>
        <button aria-label="关上预演" className="rehearsal__close" onClick={close} type="button">
          ✕
        </button>
      </header>
      <p className="rehearsal__note">只有你看得到：照表单现在的样子做的，没有保存，也没有公开。</p>
      <div aria-live="polite" className="rehearsal__told">
        {words && <p data-rehearsal="words">{words}</p>}
        {said && <Faults said={said} what={tab === 'withdrawal' ? '还不能撤下' : '还不能发布'} />}
      </div>
      {tab !== 'page' && said?.report && !other && <ReportView look={setOther} report={said.report} />}
      {tab !== 'page' && other && (
        <button className="rehearsal__back" onClick={() => setOther(null)} type="button">
          ← 回到“{TABS[tab]}”
        </button>
      )}
      {(tab === 'page' || other) && page && <PagePreview address={`/api/${page}`} />}
      {tab === 'page' && said && !said.page && <p>{noPage(said)}</p>}
    </aside>
  )
}

type Said = NonNullable<ReturnType<typeof useRehearsal>['said']>

/** What stands in the way of publishing, and what the page was made without. */
function Faults({ said: { faults, gaps }, what }: { said: Said; what: string }) {
  const lines = [...new Set([...faults.map(({ message }) => message), ...gaps])]
  if (lines.length === 0) return null
  return (
    <details className="rehearsal__faults" open={lines.length <= 3}>
      <summary>
        {what}：{lines.length}处
      </summary>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  )
}

const noPage = ({ pages }: Said) =>
  pages ? '这种记录没有自己的页面：到“会改变什么”里看它出现在哪里。' : '先补上面说的几处，才能做出页面。'
