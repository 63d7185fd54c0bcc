import { z } from 'zod'
import { preciseDate } from '../dates.ts'
import { field } from '../field.ts'
import { happenedInTime } from '../happenedInTime.ts'
import { MARK_MESSAGE, markAgrees, published, slug } from '../keys.ts'
import { publicUrl } from '../publicUrl.ts'
import { itemText, nameText, proseText } from '../text.ts'

/** Where something published was taken from. */
export const sourceFields = z.object({
  slug: field(slug, '网址代号', '例如 nanchang-ribao-2022-11。'),
  title: field(nameText.optional(), '题名', '来源自己的题名；不知道就没有。'),
  description: field(proseText, '这是什么', '一句话，例如 关于创建示范活动的报道。'),
  publisher: field(nameText, '发表者', '例如 南昌日报。'),
  authors: field(z.array(itemText), '作者', '署名，例如 黎姿。'),
  date: field(preciseDate, '发表时间', '知道多少写多少，例如 2022-11。'),
  address: field(publicUrl.optional(), '网址', '有就填完整网址；没有就不填。'),
  ...published,
})
export const source = sourceFields
  .refine(markAgrees('slug'), { path: ['slug'], message: MARK_MESSAGE })
  .superRefine(happenedInTime((s) => [{ path: ['date'], at: s.date }]))
export type Source = z.infer<typeof source>
