import { z } from 'zod'
import { households } from '../bounds.ts'
import { coded, field } from '../field.ts'
import { MARK_MESSAGE, markAgrees, published, slug } from '../keys.ts'
import { naming } from '../naming.ts'
import { nameText } from '../text.ts'
import { AREA_LEVEL_LABELS, AREA_LEVELS } from '../vocabulary.ts'
import { mergedSoundly, succession } from './succession.ts'

/** A place in the tree zone → town / management office → community / village → compound. */
export const areaFields = z.object({
  slug: field(slug, '网址代号', '本站的稳定键，例如 aixihu；不用行政区划代码作键，因为高新区没有。'),
  name: field(nameText, '名称', '通行的名称，例如 艾溪湖管理处。'),
  level: field(coded(AREA_LEVELS, AREA_LEVEL_LABELS), '层级', '区、镇、管理处、社区、村或小区。'),
  parent: field(naming(slug, 'areas').optional(), '上级', '上一级区域的网址代号；最上一级没有。'),
  officialCode: field(
    z
      .string()
      .regex(/^\d{6,12}$/, '统计用区划代码是6到12位数字')
      .optional(),
    '区划代码',
    '国家统计局统计用区划代码（2023年版），有就填，例如 360111490。',
  ),
  households: field(households.optional(), '户数', '住户数，单位户，例如 2318；不知道就不填。'),
  ...succession('areas'),
  ...published,
})
export const area = areaFields
  .refine(markAgrees('slug'), { path: ['slug'], message: MARK_MESSAGE })
  .superRefine(mergedSoundly)
export type Area = z.infer<typeof area>

/** Whether an area stands at the level of towns: a town or a management office (镇、处). */
export function isTown({ level }: Pick<Area, 'level'>): boolean {
  return level === 'town' || level === 'office'
}
