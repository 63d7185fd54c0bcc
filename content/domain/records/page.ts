import { z } from 'zod'
import { field } from '../field.ts'
import { MARK_MESSAGE, markAgrees, published, slug } from '../keys.ts'
import { nameText, proseText } from '../text.ts'

/** A page of running text, such as the mechanism. Text is plain: paragraphs split by line ends, no markup. */
export const pageFields = z.object({
  slug: field(slug, '网址代号', '例如 mechanism；mechanism 的地址是 mechanism.html，其余在 pages/ 下。'),
  title: field(nameText, '标题', '例如 这套机制怎样运转。'),
  summary: field(proseText, '一句话', '这一页说什么。'),
  sections: field(
    z.array(
      z.object({
        heading: field(nameText, '小标题', '例如 谁来吹哨、谁来结案。'),
        text: field(proseText, '正文', '纯文字；空行分段，以“- ”开头的行是一条。'),
      }),
    ),
    '各节',
    '按先后。',
  ),
  sources: field(z.array(slug), '来源', '出处的网址代号。'),
  ...published,
})
export const page = pageFields.refine(markAgrees('slug'), { path: ['slug'], message: MARK_MESSAGE })
export type Page = z.infer<typeof page>
