import type { Duty } from '#domain/records/duty'
import { URGENCIES, URGENCY_LABELS } from '#domain/vocabulary'

/** The arrival limits of a duty in words, or null where none is published. */
export function arrivalLimitWords(duty: Pick<Duty, 'arrivalHours'>): string | null {
  const limits = duty.arrivalHours
  return limits ? URGENCIES.map((u) => `${URGENCY_LABELS[u]}${limits[u]}小时`).join('，') : null
}

/** The handling limit of a duty in words, or null where none is published. */
export function handlingLimitWords(duty: Pick<Duty, 'handlingDays'>): string | null {
  return duty.handlingDays ? `${duty.handlingDays}个工作日，从派单算起` : null
}
