import { useDocumentInfo } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import type { Step } from '#domain/vocabulary'
import { askNewsroom, wordsOf } from '../components/askNewsroom.ts'
import type { Way } from './way.ts'

export type StepWords = { note?: string; publishAt?: string; reviewBy?: string }

/** Where the record of an open form is on its way, asked again after every save; and how a step is taken. */
export function useWay() {
  const { id, collectionSlug, savedDocumentData, versionCount } = useDocumentInfo()
  const [way, setWay] = useState<Way | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const saved = `${String(savedDocumentData?.updatedAt ?? '')} ${versionCount}`
  const ask = useCallback(
    async (body?: object) => {
      const query = new URLSearchParams({ recordType: collectionSlug ?? '', id: String(id) })
      const lost = '没有连上：请过一会儿再试'
      try {
        setWay(await askNewsroom<Way>(body ? 'POST' : 'GET', `/api/workflow?${query}`, { body, lost }))
        setRefusal(null)
      } catch (error) {
        setRefusal(wordsOf(error))
      }
    },
    [collectionSlug, id],
  )
  useEffect(() => {
    // A save asks again: what was handed in may have ended by it.
    if (id !== undefined && saved) void ask()
  }, [id, saved, ask])
  const take = (step: Step, words: StepWords) =>
    ask({ recordType: collectionSlug, id, step, version: way?.version ?? undefined, ...words })
  return { way: id === undefined ? null : way, refusal, take }
}
