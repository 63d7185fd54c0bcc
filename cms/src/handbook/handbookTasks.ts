import type { HandbookTask } from './handbookTask.ts'
import { KEEPING_TASKS } from './tasks/keepingTasks.ts'
import { PUBLISHING_TASKS } from './tasks/publishingTasks.ts'
import { WRITING_TASKS } from './tasks/writingTasks.ts'

/** Everything that the handbook tells, in the order of a working day. */
export const HANDBOOK_TASKS: readonly HandbookTask[] = [
  ...WRITING_TASKS,
  ...PUBLISHING_TASKS,
  ...KEEPING_TASKS,
]
