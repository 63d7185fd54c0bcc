'use client'
import { Button, useAuth, useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useState } from 'react'

/** 退出所有设备: ends every session of one's own account, this one too. Only on one's own page. */
export const EndSessions = () => {
  const { user } = useAuth()
  const { id } = useDocumentInfo()
  const { config } = useConfig()
  const [failed, setFailed] = useState('')
  if (!user || String(user.id) !== String(id)) return null
  const end = async () => {
    const answer = await fetch(`${config.routes.api}/users/logout?allSessions=true`, {
      method: 'POST',
      credentials: 'include',
    })
    if (answer.ok) window.location.assign(`${config.routes.admin}/login`)
    else setFailed('没有退出：请再试一次')
  }
  return (
    <div className="field-type">
      <Button buttonStyle="secondary" size="small" onClick={end} type="button">
        退出所有设备
      </Button>
      {failed && <p role="alert">{failed}</p>}
    </div>
  )
}
