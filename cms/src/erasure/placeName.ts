import { TABLES, type TableName } from '#domain/records/snapshot'

const OTHERS: Record<string, string> = {
  media: '照片',
  challenges: '质疑',
  tombstones: '撤下页',
  history: '历史',
  steps: '经手记录',
  imports: '导入',
  'import-records': '导入做过的',
  'import-mappings': '对照表',
  'imported-rows': '导入过的行',
  'site-settings': '本站设置（历次保存）',
  synonyms: '俗称词表（历次保存）',
  'newsroom-settings': '编辑部设置',
}

/** What people call where words stand; records with all their saved versions. */
export const placeName = (slug: string): string =>
  slug in TABLES ? `${TABLES[slug as TableName].label}（和历次保存）` : (OTHERS[slug] ?? slug)
