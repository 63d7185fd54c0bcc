import { z } from 'zod'
import { TABLE_NAMES, type TableName } from '#domain/records/snapshot'
import { STEPS, type Step } from '#domain/vocabulary'
import type { Operation } from '../access/matrix.ts'

/** Which right each needs; a step that is taken back needs the right that it was taken with. */
export const RIGHT_OF: Record<Exclude<Step, 'cancel'>, Operation> = {
  submit: 'submit',
  return: 'return',
  approve: 'publish',
  schedule: 'publish',
  review: 'return',
}

/** Where a record is on its way. */
export const STATES = [
  'draft',
  'submitted',
  'returned',
  'approved',
  'scheduled',
  'published',
  'withdrawn',
] as const
export type WorkflowState = (typeof STATES)[number]
export const STATE_LABELS: Record<WorkflowState, string> = {
  draft: '草稿',
  submitted: '已交给编辑',
  returned: '已退回',
  approved: '已批准，还要发布',
  scheduled: '等着定时发布',
  published: '已公开',
  withdrawn: '已撤下',
}

/** A step as somebody asks for it. */
export const givenStep = z.strictObject({
  recordType: z.enum(TABLE_NAMES).describe('哪一种记录'),
  id: z.union([z.number(), z.string()]).describe('哪一条'),
  step: z.enum(STEPS).describe('做什么'),
  version: z.union([z.number(), z.string()]).optional().describe('说的是哪一版：批准和定时发布要写'),
  note: z.string().max(2000).optional().describe('说明；退回要写理由'),
  publishAt: z.string().max(40).optional().describe('定在什么时候发布，北京时间'),
  reviewBy: z.string().max(20).optional().describe('到哪一天要再看一遍'),
})
export type GivenStep = z.infer<typeof givenStep>

/** A step as it is kept. */
export type KeptStep = {
  id: number | string
  recordType: TableName
  record: string
  reference: string
  step: Step
  version: string | null
  savedAt: string | null
  note: string | null
  publishAt: string | null
  reviewBy: string | null
  by: number | string | { id: number | string } | null
  at: string
}
