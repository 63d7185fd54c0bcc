import { z } from 'zod'
import { coded, field } from '../field.ts'
import { MARK_MESSAGE, markAgrees, published, slug } from '../keys.ts'
import { nameText, shortNameText } from '../text.ts'
import { DEPARTMENT_KIND_LABELS, DEPARTMENT_KINDS } from '../vocabulary.ts'
import { officeContact } from './officeContact.ts'
import { mergedSoundly, succession } from './succession.ts'

/** A body that can be called to a site. Its duties are read from the duty list, never kept twice. */
export const departmentFields = z.object({
  slug: field(slug, '网址代号', '本站的稳定键，例如 chengjian。'),
  name: field(nameText, '名称', '来源所写的名称，例如 城建；有全称就写全称。'),
  shortName: field(shortNameText, '简称', '窄栏和接力条里用的短名，至多8个字，例如 城建。'),
  fullName: field(
    nameText.optional(),
    '全称',
    '公文里用的完整名称，例如 南昌高新区城市建设局；与名称一样就不填。',
  ),
  formerNames: field(z.array(nameText), '曾用名', '从前的正式名称，例如 质监局；写在部门页上，也供搜索用。'),
  otherNames: field(z.array(nameText), '也叫', '人们平常叫它的名字，例如 供电所；写在部门页上，也供搜索用。'),
  kind: field(coded(DEPARTMENT_KINDS, DEPARTMENT_KIND_LABELS), '类别', '政府部门、公用企业或指挥机构。'),
  contacts: field(
    z.array(officeContact),
    '公开联系方式',
    '部门自己公布的，一条一行：是什么、号码、什么时候；没有公布就不填。',
  ),
  ...succession('departments'),
  ...published,
})
export const department = departmentFields
  .refine(markAgrees('slug'), { path: ['slug'], message: MARK_MESSAGE })
  .superRefine(mergedSoundly)
export type Department = z.infer<typeof department>
