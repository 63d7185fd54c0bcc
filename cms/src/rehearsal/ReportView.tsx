import type { FiguresTold, PagesTold, RehearsalReport } from '#domain/published/rehearsal'

const WHAT = { new: '新', changed: '改', gone: '没了' } as const

type Look = (path: string) => void

/** What readers would see change: pages, figures, tables, and what becomes stale. */
export function ReportView({ report, look }: { report: RehearsalReport; look: Look }) {
  const { records, pages, figures, tables, stale, day } = report
  const fields = records.flatMap((record) => record.fields)
  return (
    <div className="rehearsal__report">
      {records.length === 0 && <p>和读者现在看到的没有不同。</p>}
      {records.some(({ what }) => what === 'gone') && <p>它的页面、数表里的行和搜索结果会一起消失。</p>}
      {fields.length > 0 && <p>改了：{fields.join('、')}</p>}
      <Pages look={look} name="页面" pages={pages} />
      <Figures figures={figures} name="数字" />
      <h3>数据表</h3>
      {tables.length === 0 && <p>没有哪张表的行会变。</p>}
      <ul>
        {tables.map(({ label, records: count, isExact }) => (
          <li key={label}>
            {label}：{isExact ? '' : '至多'}
            {count}条记录的行
          </li>
        ))}
      </ul>
      <p>搜索和很长的清单在页面以后几秒跟上。</p>
      {stale.shown.length > 0 && (
        <>
          <h3>会过时的文字</h3>
          <p>下面的记录里还写着原来的叫法，系统不会替它们改：</p>
          <ul>
            {stale.shown.map(({ table, key, said }) => (
              <li key={`${table} ${key}`}>
                {table} {key}：“{said}”
              </li>
            ))}
          </ul>
          {stale.more > 0 && <p>另有{stale.more}条。</p>}
        </>
      )}
      {day && (
        <details>
          <summary>
            今天第一次发布还会带来的（截止日从{day.from}到{day.to}）：{day.pages.isWhole ? '' : '至多'}
            {day.pages.total}页，{day.figures.total}个数字
          </summary>
          <Pages look={look} name="随截止日变的页面" pages={day.pages} />
          <Figures figures={day.figures} name="随截止日变的数字" />
        </details>
      )}
    </div>
  )
}

function Pages({ pages, name, look }: { pages: PagesTold; name: string; look: Look }) {
  const { total, isWhole, kinds, shown } = pages
  return (
    <section>
      <h3>
        {name}：{isWhole ? '' : '至多'}
        {total}页
      </h3>
      {kinds.length > 0 && <p>{kinds.map(({ kind, count }) => `${kind}${count}`).join('、')}</p>}
      {!isWhole && <p>页数多，只列出前{shown.length}页。</p>}
      <ul className="rehearsal__pages">
        {shown.map(({ path, title, kind, what }) => (
          <li data-path={path} key={path}>
            <span className="rehearsal__what">{WHAT[what]}</span>{' '}
            {what === 'gone' ? (
              title
            ) : (
              <button onClick={() => look(path)} type="button">
                {title}
              </button>
            )}
            <small>（{kind}）</small>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Figures({ figures: { total, shown }, name }: { figures: FiguresTold; name: string }) {
  if (total === 0) return <p>没有哪个数字会变。</p>
  return (
    <section>
      <h3>
        {name}：{total}个
      </h3>
      {shown.length < total && <p>只列出前{shown.length}个。</p>}
      <table className="rehearsal__figures">
        <thead>
          <tr>
            <th scope="col">数字</th>
            <th scope="col">原来</th>
            <th scope="col">发布后</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ figure, of, before, after }) => (
            <tr key={`${figure} ${of}`}>
              <th scope="row">
                {figure}
                <small>{of}</small>
              </th>
              <td>{before}</td>
              <td>{after}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
