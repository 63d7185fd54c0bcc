import { z } from 'zod'
import { field } from '../field.ts'
import { caseReference, MARK_MESSAGE, markAgrees, published, slug } from '../keys.ts'
import { naming } from '../naming.ts'
import { itemText, lineText, nameText, proseText } from '../text.ts'

/** A way of working worth copying. */
export const practiceFields = z.object({
  slug: field(slug, '网址代号', '例如 cuofeng-shangxiaxue。'),
  title: field(nameText, '名称', '例如 错峰上下学等综合治堵。'),
  place: field(lineText, '地方', '来源所写的地方，例如 西湖区。'),
  area: field(naming(slug, 'areas').optional(), '区域', '在本站区域树里的网址代号；区外的没有。'),
  summary: field(proseText, '一句话', '这个做法是什么。'),
  problem: field(proseText.optional(), '原来的问题', '没有公布就没有。'),
  steps: field(z.array(itemText), '怎么做', '逐条。'),
  result: field(proseText.optional(), '结果', '来源所说的结果；没有说就没有。'),
  needs: field(z.array(itemText), '照着做需要什么', '逐条；来源没有说就空着。'),
  cases: field(z.array(caseReference), '相关事项', '事项编号。'),
  sources: field(z.array(naming(slug, 'sources')), '来源', '出处的网址代号。'),
  ...published,
})
export const practice = practiceFields.refine(markAgrees('slug'), { path: ['slug'], message: MARK_MESSAGE })
export type Practice = z.infer<typeof practice>
