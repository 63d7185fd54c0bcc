import { z } from 'zod'
import { day } from '../dates.ts'
import { field } from '../field.ts'
import { lineText, proseText } from '../text.ts'

/** 质疑: a reader disputes something published. Kept in the CMS; its pages are not part of the public site yet. */
export const challenge = z.object({
  number: field(
    z.string().regex(/^ZY-\d{4}-\d{4}$/, '质疑编号要写成 ZY-2022-0001'),
    '编号',
    '例如 ZY-2022-0001。',
  ),
  about: field(lineText, '所指', '被质疑的事项编号、页面或数字。'),
  text: field(proseText, '质疑', '读者说了什么；去掉姓名和联系方式。'),
  receivedOn: field(day, '收到日期', '例如 2022-12-01。'),
  answer: field(proseText.optional(), '答复', '没有答复时没有。'),
  answeredOn: field(day.optional(), '答复日期', '有答复就必须有。'),
})
