import type { ReleaseStatus } from '#domain/published/release'
import { instantInWords } from '../words/instantInWords.ts'

/** Whether something was refused: no sentence about it says that it is under way. */
export const isRefused = ({ state, held }: Pick<ReleaseStatus, 'state' | 'held'>): boolean =>
  state === 'failed' || held.length > 0

/** The state of the release as one sentence. `now` is unknown to it: it names the time, not an age. */
export function releaseWords(status: ReleaseStatus): string {
  if (isRefused(status)) return `没能发布：${status.reason ?? '没有说明原因'}`
  if (status.state === 'running') return `发布中：${status.progress ?? `${status.pending}处改动`}`
  if (status.state === 'idle' && status.progress) return status.progress
  if (status.pending > 0) return `发布中：${status.pending}处改动还没上线`
  if (!status.since) return '还没有上线'
  return `已上线（${instantInWords(status.since)}）${status.reason ? `；没能上线：${status.reason}` : ''}`
}
