import { z } from 'zod'
import { hours, workingDays } from '../bounds.ts'
import { field } from '../field.ts'
import { categoryOf, dutyCode, MARK_MESSAGE, markAgrees, published, slug } from '../keys.ts'
import { naming } from '../naming.ts'
import { itemText, lineText, nameText, proseText } from '../text.ts'

/** Time limit for arrival in whole hours, for each urgency of a whistle. */
export const arrivalHours = z.object({
  routine: field(hours, '日常哨', '日常哨吹响以后，几小时内到场，例如 48。'),
  tough: field(hours, '攻坚哨', '攻坚哨吹响以后，几小时内到场，例如 24。'),
  emergency: field(hours, '应急哨', '应急哨吹响以后，几小时内到场，例如 2。'),
})

/** One item of the duty list: who must come for what. */
export const dutyFields = z.object({
  code: field(dutyCode, '权责编号', '大类和清单里的序号，例如 3-47；公开后不再改变。'),
  title: field(nameText, '权责事项', '这一项管的事，例如 餐饮油烟扰民。'),
  category: field(
    naming(z.number().int().min(1).max(7), 'categories'),
    '大类',
    '七个大类之一，1到7，与编号一致。',
  ),
  lead: field(naming(slug, 'departments'), '牵头部门', '第一个必须到场并对结果负责的部门的网址代号。'),
  responsible: field(z.array(naming(slug, 'departments')), '责任部门', '其余应到场的部门的网址代号。'),
  post: field(lineText.optional(), '责任人（职务）', '负责的职务，不写私人姓名，例如 城建局房屋安全科科长。'),
  arrivalHours: field(arrivalHours.optional(), '到场时限', '日常哨、攻坚哨、应急哨各须在几小时内到场。'),
  handlingDays: field(workingDays.optional(), '办理时限', '从派单起的工作日数，例如 15。'),
  covers: field(proseText.optional(), '管什么', '一两句话，能拿来判断。'),
  excludes: field(proseText.optional(), '不管什么', '一两句话，并说明那归谁。'),
  basis: field(z.array(itemText), '依据', '真实、准确的法律法规名称；没有就空着。'),
  wordings: field(z.array(itemText), '老百姓怎么说', '平常的说法，例如 墙皮掉了；供搜索用。'),
  ...published,
})
export const duty = dutyFields
  .refine(markAgrees('code'), { path: ['code'], message: MARK_MESSAGE })
  .refine((d) => categoryOf(d.code) === d.category, { path: ['category'], message: '大类与编号不一致' })
  .refine((d) => !d.responsible.includes(d.lead), {
    path: ['responsible'],
    message: '牵头部门不要再列为责任部门',
  })
export type Duty = z.infer<typeof duty>
