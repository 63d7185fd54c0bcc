'use client'
import { useAuth, useDocumentInfo, useField } from '@payloadcms/ui'
import { mustChangePassword } from '../users/mustChangePassword.ts'

/** The password that one has now, asked for when one's own is changed. Only on one's own page. */
export const OldPassword = ({ path }: { path: string }) => {
  const { user } = useAuth()
  const { id } = useDocumentInfo()
  const { value, setValue } = useField<string>({ path })
  if (!user || String(user.id) !== String(id)) return null
  return (
    <div className="field-type text">
      {mustChangePassword(user) && (
        <p role="status">
          这个密码是系统给的，换成自己的以前，别的都打不开：按上面的“更改密码”，写两遍新的（至少8个字），再在下面写现在的，按保存。
        </p>
      )}
      <label className="field-label" htmlFor="old-password">
        现在的密码（改自己的密码时要写）
      </label>
      <div className="field-type__wrap">
        <input
          id="old-password"
          type="password"
          autoComplete="current-password"
          value={value ?? ''}
          onChange={(event) => setValue(event.target.value)}
        />
      </div>
    </div>
  )
}
