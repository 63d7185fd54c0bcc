import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { ROLE_LABELS, ROLES } from '#domain/vocabulary'
import { roleOf } from '../access/roles.ts'
import { AdminPage } from '../components/AdminPage.tsx'
import { calledThere } from './calledThere.ts'
import { HandbookTaskText } from './HandbookTaskText.tsx'
import { isFor, isRole } from './handbookTask.ts'
import { HANDBOOK_TASKS } from './handbookTasks.ts'
import { PrintButton } from './PrintButton.tsx'

/** 手册: what people of a role do here, in short tasks with pictures; on paper too. */
export function HandbookView(view: AdminViewServerProps) {
  const { initPageResult, searchParams } = view
  const { req } = initPageResult
  const own = roleOf(req)
  if (!req.user || own === null) redirect('/admin/login?redirect=/admin/handbook')
  const role = isRole(searchParams?.role) ? searchParams.role : own
  const called = (name: string) => calledThere(req.payload.config, name)
  return (
    <AdminPage view={view}>
      <div className="handbook gutter--left gutter--right">
        <h1>手册：{ROLE_LABELS[role]}</h1>
        <nav aria-label="别的角色的手册">
          {ROLES.map((each) => (
            <a
              aria-current={each === role ? 'page' : undefined}
              href={`/admin/handbook?role=${each}`}
              key={each}
            >
              {ROLE_LABELS[each]}
              {each === own && '（你）'}
            </a>
          ))}
          <PrintButton />
        </nav>
        {HANDBOOK_TASKS.filter((task) => isFor(task, role)).map((task) => (
          <HandbookTaskText called={called} key={task.id} task={task} />
        ))}
      </div>
    </AdminPage>
  )
}
