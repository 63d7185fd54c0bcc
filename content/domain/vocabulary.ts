/** Closed lists, in display order, each with its Chinese words. Forms, pages, filters and open data read these. */

export const WHISTLE_KINDS = ['community', 'resident'] as const
export type WhistleKind = (typeof WHISTLE_KINDS)[number]
export const WHISTLE_KIND_LABELS: Record<WhistleKind, string> = {
  community: '村社吹哨',
  resident: '群众吹哨',
}

export const URGENCIES = ['routine', 'tough', 'emergency'] as const
export type Urgency = (typeof URGENCIES)[number]
export const URGENCY_LABELS: Record<Urgency, string> = {
  routine: '日常哨',
  tough: '攻坚哨',
  emergency: '应急哨',
}

export const CASE_STATES = [
  'waiting',
  'handling',
  'planned',
  'done',
  'reopened',
  'closed',
  'reported-resolved',
] as const
export type CaseState = (typeof CASE_STATES)[number]
export const CASE_STATE_LABELS: Record<CaseState, string> = {
  waiting: '待到场',
  handling: '办理中',
  planned: '已列入议程',
  done: '已办结待结案',
  reopened: '重办',
  closed: '已结案',
  'reported-resolved': '报道称已解决',
}

export const EVENT_KINDS = [
  'whistle',
  'dispatch',
  'accepted',
  'objection',
  'arrival',
  'cadre-arrival',
  'joint-meeting',
  'plan',
  'progress',
  'extension',
  'notice',
  'done',
  'closure',
  'call-back',
  'reopened',
] as const
export type EventKind = (typeof EVENT_KINDS)[number]
export const EVENT_KIND_LABELS: Record<EventKind, string> = {
  whistle: '吹哨',
  dispatch: '派单',
  accepted: '签收',
  objection: '派单异议',
  arrival: '到场',
  'cadre-arrival': '干部报到',
  'joint-meeting': '现场协商',
  plan: '商定办法',
  progress: '进展',
  extension: '延期',
  notice: '督办文书',
  done: '办结',
  closure: '结案',
  'call-back': '回访',
  reopened: '重办',
}

/** What became of an objection, as a form asks it; rows keep it as true or false. */
export const OBJECTION_OUTCOMES = ['upheld', 'not-upheld'] as const
export type ObjectionOutcomeWord = (typeof OBJECTION_OUTCOMES)[number]
export const OBJECTION_OUTCOME_LABELS: Record<ObjectionOutcomeWord, string> = {
  upheld: '成立',
  'not-upheld': '不成立',
}

export const NOTICE_KINDS = ['reminder', 'assignment', 'supervision'] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]
export const NOTICE_KIND_LABELS: Record<NoticeKind, string> = {
  reminder: '提醒函',
  assignment: '交办单',
  supervision: '督办单',
}

export const ORIGINS = ['record', 'press', 'sample'] as const
export type Origin = (typeof ORIGINS)[number]
export const ORIGIN_LABELS: Record<Origin, string> = {
  record: '登记',
  press: '报道',
  sample: '演示数据',
}

export const AREA_LEVELS = ['zone', 'town', 'office', 'community', 'village', 'compound'] as const
export type AreaLevel = (typeof AREA_LEVELS)[number]
export const AREA_LEVEL_LABELS: Record<AreaLevel, string> = {
  zone: '区',
  town: '镇',
  office: '管理处',
  community: '社区',
  village: '村',
  compound: '小区',
}

export const DEPARTMENT_KINDS = ['government', 'utility', 'command'] as const
export type DepartmentKind = (typeof DEPARTMENT_KINDS)[number]
export const DEPARTMENT_KIND_LABELS: Record<DepartmentKind, string> = {
  government: '政府部门',
  utility: '公用企业',
  command: '指挥机构',
}

export const PHOTO_STAGES = ['before', 'after'] as const
export type PhotoStage = (typeof PHOTO_STAGES)[number]
export const PHOTO_STAGE_LABELS: Record<PhotoStage, string> = { before: '之前', after: '之后' }

/** What a reported figure counts. The first two have a computed twin, the rest describe the duty list. */
export const REPORTED_METRICS = ['whistles', 'resolved', 'duty-categories', 'duties'] as const
export type ReportedMetric = (typeof REPORTED_METRICS)[number]
export const REPORTED_METRIC_LABELS: Record<ReportedMetric, string> = {
  whistles: '吹哨',
  resolved: '解决',
  'duty-categories': '权责清单大类',
  duties: '权责事项',
}

export const ROLES = ['contributor', 'editor', 'publisher', 'administrator', 'auditor'] as const
export type Role = (typeof ROLES)[number]
export const ROLE_LABELS: Record<Role, string> = {
  contributor: '撰稿',
  editor: '编辑',
  publisher: '发布人',
  administrator: '管理员',
  auditor: '审计',
}

export const ACTS = ['publish', 'correct', 'unpublish', 'delete'] as const
export type ActKind = (typeof ACTS)[number]
export const ACT_LABELS: Record<ActKind, string> = {
  publish: '发布',
  correct: '更新',
  unpublish: '撤下',
  delete: '删除',
}

/** What can be done with a version of a record on its way to the readers. */
export const STEPS = ['submit', 'return', 'approve', 'schedule', 'cancel', 'review'] as const
export type Step = (typeof STEPS)[number]
export const STEP_LABELS: Record<Step, string> = {
  submit: '交给编辑',
  return: '退回',
  approve: '批准',
  schedule: '定时发布',
  cancel: '取消',
  review: '定下复核日',
}

/** Everything that is kept in the history: acts of publication, and what happens in the newsroom. */
export const DEEDS = [
  ...ACTS,
  ...STEPS,
  'draft',
  'restore',
  'bin',
  'unbin',
  'purge',
  'erase',
  'upload',
  'change',
  'load',
  'import',
  'undo-import',
  'restore-backup',
  'download',
] as const
export type Deed = (typeof DEEDS)[number]
export const DEED_LABELS: Record<Deed, string> = {
  ...ACT_LABELS,
  ...STEP_LABELS,
  draft: '保存草稿',
  restore: '恢复成草稿',
  bin: '放进回收站',
  unbin: '从回收站拿回',
  purge: '清出回收站',
  erase: '彻底清除',
  upload: '上传',
  change: '改动',
  load: '装入',
  import: '导入',
  'undo-import': '撤销导入',
  'restore-backup': '恢复备份',
  download: '下载',
}

/** What kind of a change a note explains; an erratum changes no sense. */
export const CHANGE_KINDS = ['correction', 'addition', 'erratum'] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]
export const CHANGE_KIND_LABELS: Record<ChangeKind, string> = {
  correction: '更正',
  addition: '补充',
  erratum: '勘误',
}

/** What a change of something public was: what a person chose, or that a case only went on. */
export const PUBLISHED_KINDS = [...CHANGE_KINDS, 'progress'] as const
export type PublishedKind = (typeof PUBLISHED_KINDS)[number]
export const PUBLISHED_KIND_LABELS: Record<PublishedKind, string> = {
  ...CHANGE_KIND_LABELS,
  progress: '进展',
}

/** Why something public was taken back. */
export const WITHDRAW_REASONS = ['privacy', 'mistaken', 'duplicate', 'requested', 'unfit', 'other'] as const
export type WithdrawReason = (typeof WITHDRAW_REASONS)[number]
export const WITHDRAW_REASON_LABELS: Record<WithdrawReason, string> = {
  privacy: '涉及个人信息',
  mistaken: '内容有误',
  duplicate: '重复',
  requested: '当事人要求',
  unfit: '不宜公开',
  other: '其他',
}

/** Number of duty categories: 7, from the founding article. Their names come from the site settings. */
export const DUTY_CATEGORY_NUMBERS = [1, 2, 3, 4, 5, 6, 7] as const
