import type { ReleaseStatus } from '#domain/published/release'

/** The state of the release as one sentence. `now` is unknown to it: it names the time, not an age. */
export function releaseWords(status: ReleaseStatus): string {
  if (status.state === 'failed') return `失败：${status.reason ?? '没有说明原因'}`
  if (status.state === 'running') return `发布中：${status.progress ?? `${status.pending}处改动`}`
  if (status.state === 'idle' && status.progress) return status.progress
  if (status.pending > 0) return `发布中：${status.pending}处改动还没上线`
  if (!status.since) return '还没有上线'
  return `已上线（${localTime(status.since)}）${status.reason ? `；未上线：${status.reason}` : ''}`
}

function localTime(instant: string): string {
  return new Intl.DateTimeFormat('zh-CN', {
    timeZone: 'Asia/Shanghai',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(instant))
}
