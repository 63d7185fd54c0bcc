import type { PayloadRequest } from 'payload'
import { writeContext } from '../hooks/writeContext.ts'

/** Goes with an answer to where it is sent, and no further. */
export const SAID_HEADER = 'x-newsroom-said'

/** Says to who saved what his save did. Of many records saved at once each sentence comes with how many it is said of. */
export function saySaved(req: PayloadRequest, sentence: string): void {
  if (req.payloadAPI !== 'REST') return
  const context = writeContext(req.context)
  context.said ??= new Map()
  context.said.set(sentence, (context.said.get(sentence) ?? 0) + 1)
  req.responseHeaders ??= new Headers()
  req.responseHeaders.set(SAID_HEADER, encodeURIComponent(inOne([...context.said])))
}

const inOne = (said: readonly [sentence: string, count: number][]): string =>
  said
    .map(([sentence, count]) => (count === 1 && said.length === 1 ? sentence : `${count}条：${sentence}`))
    .join('')
