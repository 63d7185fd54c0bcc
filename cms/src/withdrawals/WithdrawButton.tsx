'use client'
import { useDocumentInfo } from '@payloadcms/ui'
import { ActDialog } from '../components/ActDialog.tsx'
import { sendAct } from '../components/sendAct.ts'
import { WITHDRAWAL_REASON } from './withdrawalReason.ts'

/** Takes back what is public: asks why, from a short list and in words, and says what readers will find. */
export function WithdrawButton() {
  const { id, collectionSlug, hasPublishedDoc, hasPublishPermission, isTrashed } = useDocumentInfo()
  if (!hasPublishedDoc || !hasPublishPermission || isTrashed || id === undefined) return null
  return (
    <ActDialog
      act="撤下"
      id="action-withdraw"
      keep="不撤了"
      onDone={() => location.reload()}
      reason={WITHDRAWAL_REASON}
      send={(withdrawReason, withdrawNote) =>
        sendAct(`/api/${collectionSlug}/${id}`, { _status: 'draft', withdrawReason, withdrawNote })
      }
      title="撤下这一条"
    >
      <p>
        它的页面、数表里的行、照片和搜索结果会一起从公开网站上消失。原来的内容留在这里作草稿；理由记在历史里，以后也会公开。
      </p>
    </ActDialog>
  )
}
