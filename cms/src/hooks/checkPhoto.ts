import type { CollectionBeforeChangeHook } from 'payload'
import { privateFields } from '#domain/private/privateFields'
import { spanInWords } from '#domain/private/privateMarks'
import { photo } from '#domain/records/case'
import { issueInWords } from '../snapshot/issueInWords.ts'
import { messageOf } from '../snapshot/missingValues.ts'
import { doubtsOf, stampDecisions, toldFind } from './privateDecisions.ts'
import { refuse } from './refuse.ts'

/** What a person writes of a photo. It has no draft: where a published case shows the photo, it is public at once. */
const written = photo.pick({ alt: true, stage: true, takenOn: true })

/** Before a photo is saved: its words are held to what a published case may show. */
export const checkPhoto: CollectionBeforeChangeHook = ({ data, originalDoc, req }) => {
  const given = { ...originalDoc, ...data } as Record<string, unknown>
  const candidate = { alt: given.alt, stage: given.stage, takenOn: given.takenOn || undefined }
  const parsed = written.safeParse(candidate)
  if (!parsed.success) {
    const words = parsed.error.issues.map((issue) =>
      issueInWords(written, issue.path.join('.'), messageOf(issue, candidate)),
    )
    refuse(`照片不能保存：${words.join('；')}`)
  }
  const decisions = stampDecisions(req, data, originalDoc)
  const inWords = (field: string, reason: string) => issueInWords(written, field, reason)
  const finds = privateFields(parsed.data)
  const words = [
    ...finds
      .filter(({ span }) => span.strength === 'certain')
      .map(({ field, text, span }) => inWords(field, `文字里${spanInWords(text, span)}`)),
    ...doubtsOf(finds, decisions).map(({ field, reason }) => inWords(field, reason)),
  ]
  if (words.length > 0) refuse(`照片不能保存：${words.join('；')}`, 400, { private: finds.map(toldFind) })
  return data
}
