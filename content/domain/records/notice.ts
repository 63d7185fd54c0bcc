import { z } from 'zod'
import { day } from '../dates.ts'
import { coded, field } from '../field.ts'
import { happenedInTime } from '../happenedInTime.ts'
import { caseReference, MARK_MESSAGE, markAgrees, noticeNumber, published, slug } from '../keys.ts'
import { naming } from '../naming.ts'
import { lineText, nameText, proseText } from '../text.ts'
import { NOTICE_KIND_LABELS, NOTICE_KINDS } from '../vocabulary.ts'

/** One of the three escalation documents. */
export const noticeFields = z.object({
  number: field(noticeNumber, '编号', '本站编号，例如 TX-2022-0007；是地址，首次公开后不再改变。'),
  documentNumber: field(lineText.optional(), '文号', '文书上的文号，例如 高新提〔2022〕7号；没有就不填。'),
  kind: field(coded(NOTICE_KINDS, NOTICE_KIND_LABELS), '种类', '提醒函、交办单或督办单。'),
  issuer: field(nameText, '发出机构', '例如 创建示范指挥部。'),
  recipient: field(naming(slug, 'departments'), '收件部门', '部门的网址代号。'),
  case: field(caseReference.optional(), '所涉事项', '事项编号；不针对一件事时没有。'),
  issuedOn: field(day, '发出日期', '例如 2022-06-15。'),
  dueOn: field(day.optional(), '要求完成日期', '例如 2022-06-18；文书没有写就没有。'),
  reason: field(proseText.optional(), '事由', '一两句话。'),
  outcome: field(proseText.optional(), '结果', '收到之后怎样了；没有公布就没有。'),
  ...published,
})
export const notice = noticeFields
  .refine(markAgrees('number'), { path: ['number'], message: MARK_MESSAGE })
  .refine((n) => !n.dueOn || n.dueOn >= n.issuedOn, {
    path: ['dueOn'],
    message: '要求完成日期不能早于发出日期',
  })
  .superRefine(happenedInTime((n) => [{ path: ['issuedOn'], at: n.issuedOn }]))
export type Notice = z.infer<typeof notice>
