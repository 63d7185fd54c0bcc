'use client'
import { useConfig, useDocumentInfo } from '@payloadcms/ui'
import type { TableName } from '#domain/records/snapshot'
import { useMay } from '../access/useMay.ts'
import { ActDialog } from '../components/ActDialog.tsx'
import { sendAct } from '../components/sendAct.ts'
import { WITHDRAWAL_REASON } from '../withdrawals/withdrawalReason.ts'
import { DAYS_IN_BIN } from './notInBin.ts'

/**
 * Puts the record that is open into the bin, with the reason of a withdrawal where it is public; one that lies there it
 * takes out. Stands in place of the library's own buttons, which ask nothing and offer what is refused.
 */
export function BinButton({ table }: { table: TableName }) {
  const { id, hasPublishedDoc, isTrashed } = useDocumentInfo()
  const { routes } = useConfig().config
  const mayDelete = useMay(table, 'delete')
  if (!mayDelete || id === undefined) return null
  const list = `${routes.admin}/collections/${table}`
  if (isTrashed)
    return (
      <ActDialog
        act="从回收站拿回"
        id="action-unbin"
        keep="先不拿"
        onDone={() => location.assign(`${list}/${id}`)}
        reason={null}
        send={() => sendAct(`/api/${table}/${id}?trash=true`, { deletedAt: null })}
        title="从回收站拿回这一条"
      >
        <p>拿回来是草稿，公开网站上什么也不变；要公开，看过以后再发布。</p>
      </ActDialog>
    )
  return (
    <ActDialog
      act="放进回收站"
      id="action-bin"
      keep="不放了"
      onDone={() => location.assign(list)}
      reason={hasPublishedDoc ? WITHDRAWAL_REASON : null}
      send={(withdrawReason, withdrawNote) =>
        sendAct(`/api/${table}/${id}`, {
          deletedAt: new Date().toISOString(),
          ...(hasPublishedDoc ? { withdrawReason, withdrawNote } : {}),
        })
      }
      title="把这一条放进回收站"
    >
      <p>
        {hasPublishedDoc
          ? '它现在是公开的，会同时撤下：页面、数表里的行、照片和搜索结果一起从公开网站上消失；理由记在历史里，以后也会公开。'
          : '它现在没有公开，公开网站上什么也不变。'}
        {`${DAYS_IN_BIN}天里可以拿回来，拿回来是草稿；${DAYS_IN_BIN}天后清掉，编号不再给别的。`}
      </p>
    </ActDialog>
  )
}
