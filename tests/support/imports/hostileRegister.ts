import { utils } from '@e965/xlsx'
import { bookOf, bytesOf, sheetOf } from './workbooks.ts'

/**
 * A small register as offices keep them: a title over all, heads in two joined rows, dates in several spellings, a phone
 * number and a name in the texts, a state and a place that nobody knows, a sum below. It fits the shipped content.
 */
export function hostileRegister(): Buffer {
  const rows = [
    ['善治小区诉求登记表（2022年11月）'],
    ['单号', '基本情况', null, null, '办理', null, null, null, '联系方式'],
    [null, '标题', '反映内容', '所属社区', '主办单位', '登记时间', '办结时间', '状态', null],
    [
      'A-001',
      '楼道堆物',
      '楼道里堆了纸箱，请打13812345678。',
      '溪湖北社区',
      '城管',
      '2022.11.3',
      '2022-11-05',
      '已办结',
      '13900000001',
    ],
    ['A-002', '路灯不亮', '晚上看不见。', '溪湖北社区', '城建', '11月4日', null, '归档', null],
    ['A-003', '占道经营', '早上摆到马路上。', '没有的社区', '城管', '03/04/2022', null, '在办', null],
    ['A-004', '井盖松动', null, '溪湖北社区', '城建', '2022-11-31', null, '在办', null],
    ['合计', '4件'],
  ]
  const book = bookOf({ 登记: rows, 说明: [['给领导看的']] }, (made) => {
    sheetOf(made, '登记')['!merges'] = ['A1:I1', 'A2:A3', 'B2:D2', 'E2:H2', 'I2:I3'].map((range) =>
      utils.decode_range(range),
    )
  })
  return bytesOf(book)
}
