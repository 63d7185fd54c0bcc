'use client'
import { useConfig } from '@payloadcms/ui'
import { useState } from 'react'
import type { TableName } from '#domain/records/snapshot'
import { CHANGE_KIND_LABELS, CHANGE_KINDS } from '#domain/vocabulary'
import { ActDialog, type AskedReason } from '../components/ActDialog.tsx'
import { sendAct } from '../components/sendAct.ts'
import { WITHDRAWAL_REASON } from '../withdrawals/withdrawalReason.ts'
import {
  bodyOf,
  type Chosen,
  effectInWords,
  MASS_ACT_LABELS,
  type MassAct,
  meantBy,
  pagesOf,
} from './massAct.ts'
import { addressOfMany, readChosen } from './readChosen.ts'

type Props = { act: MassAct; table: TableName; ids: readonly (number | string)[]; isBin: boolean }

/** One act for all chosen records: says which they are and what readers will find, and asks for one reason. */
export function MassActButton({ act, table, ids, isBin }: Props) {
  const { getEntityConfig } = useConfig()
  const [chosen, setChosen] = useState<Chosen[] | null>(null)
  const [isUnanswered, setIsUnanswered] = useState(false)
  const title = getEntityConfig({ collectionSlug: table }).admin.useAsTitle ?? 'id'
  const meant = meantBy(act, chosen ?? [])
  const pages = chosen ? pagesOf(act, table, meant) : []
  const label = MASS_ACT_LABELS[act]

  const look = async () => {
    setChosen(null)
    setIsUnanswered(false)
    const found = await readChosen(table, title, ids, isBin)
    setChosen(found)
    setIsUnanswered(found === null)
  }

  return (
    <ActDialog
      act={label}
      id={`mass-${act}`}
      isReady={meant.length > 0}
      keep="先不做"
      onDone={() => location.reload()}
      onOpen={() => void look()}
      reason={reasonOf(act, meant)}
      send={(reason, words) =>
        sendAct(
          addressOfMany(
            table,
            meant.map(({ id }) => id),
            isBin,
          ),
          bodyOf(act, reason, words),
        )
      }
      title={chosen ? `${label}${meant.length}条` : label}
    >
      {!chosen && <p>{isUnanswered ? '没有等到答复：请关掉再打开' : '正在看……'}</p>}
      {chosen && (
        <>
          {chosen.length > meant.length && (
            <p>{`选了${chosen.length}条，其中${chosen.length - meant.length}条${UNMEANT[act]}，不动。`}</p>
          )}
          <ul className="act-dialog__records">
            {meant.map(({ id, key, title: name, isPublic }) => (
              <li key={id}>
                {name !== key && `${name} `}
                <code>{key}</code>：{isPublic ? '公开' : '没有公开'}
              </li>
            ))}
          </ul>
          {meant.length > 0 && <p>{effectInWords(act, pages.length, meant)}</p>}
          {pages.length > 0 && (
            <details>
              <summary>{`看这${pages.length}个页面的地址`}</summary>
              <ul className="act-dialog__records">
                {pages.map((page) => (
                  <li key={page}>
                    <code>{page}</code>
                  </li>
                ))}
              </ul>
            </details>
          )}
          {meant.length > 0 && <p>要么全做成，要么一条也不动：有一条不行，会说是哪一条、为什么。</p>}
        </>
      )}
    </ActDialog>
  )
}

/** Why a chosen record is left alone. */
const UNMEANT: Partial<Record<MassAct, string>> = { publish: '没有等着公开的草稿', withdraw: '没有公开' }

function reasonOf(act: MassAct, meant: readonly Chosen[]): AskedReason | null {
  if (act === 'unbin' || meant.length === 0) return null
  if (act !== 'publish') return WITHDRAWAL_REASON
  const choices = CHANGE_KINDS.map((each) => [each, CHANGE_KIND_LABELS[each]] as const)
  return meant.some(({ isPublic }) => isPublic)
    ? {
        choice: { label: '是哪一种改动', choices },
        words: '为什么（一句话管这一批，会公开，不写个人信息）',
      }
    : { choice: null, words: '为什么（一句话管这一批，记在历史里）' }
}
