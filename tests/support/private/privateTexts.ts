import fc from 'fast-check'
import { chat, email, military, passport, plate, qq } from './privateSigns.ts'
import {
  cardWritten,
  digits,
  from,
  identityCutShort,
  identityWritten,
  mobile,
  mobileWritten,
  monthDay,
  oldIdentityWritten,
  withCheck,
} from './privateSpellings.ts'

/** A text with what it holds: the kind of a private number, or null. */
export type LabelledText = { text: string; kind: string | null }

const CERTAIN: [string, fc.Arbitrary<string>, number][] = [
  ['手机号', mobileWritten, 5],
  ['身份证号', identityWritten, 4],
  ['身份证号', oldIdentityWritten, 2],
  ['身份证号', identityCutShort, 1],
  ['银行卡号', cardWritten, 2],
  ['车牌号', plate, 3],
  ['邮箱', email, 2],
  ['微信号', chat, 3],
  ['QQ号', qq, 2],
  ['护照或通行证号', passport, 2],
  ['军人证件号', military, 2],
]
const before = from(
  '',
  '联系人张三',
  '请找李大姐，电话',
  'Tel.',
  '电话：',
  '（',
  '业主王五 ',
  '共3户，',
  '2022年6月13日',
  '电话',
  '找老',
  'wx',
  '住户：',
)
const after = from('', '。', '，随时可以联系', '转告', '_', '）', '谢谢', ' 张', '；', 'abc', '\n', '收')

/** Texts with a private number in them that nobody could take for anything else. */
export const certain: fc.Arbitrary<LabelledText> = fc.oneof(
  ...CERTAIN.map(([kind, arbitrary, weight]) => ({
    weight,
    arbitrary: fc
      .tuple(
        kind === '手机号' ? before : from('', '证件：', '记下', '登记的是', '（'),
        arbitrary,
        kind === '手机号' ? after : from('', '。', '，请核对', '）', ' 等'),
      )
      .map((parts): LabelledText => ({ text: parts.join(''), kind })),
  })),
)

const notIdentity = fc
  .tuple(digits(17), digits(1))
  .map((p) => p.join(''))
  .filter((d) => !/^(62|60|69|955|35|5[1-5]|43|10)/.test(d) && withCheck(d.slice(0, 17)) !== d)
const year = fc.integer({ min: 2019, max: 2027 }).map(String)
const date = fc.tuple(year, monthDay).map(([y, md]) => `${y}-${md.slice(0, 2)}-${md.slice(2)}`)
const landline = fc
  .tuple(from('0791', '010', '0571'), from('-', ' ', '－', ''), from('8', '6', '3'), digits(7))
  .map(([a, b, c, d]) => `${a}${b}${c}${a === '010' || a === '0571' || a === '0791' ? d : d}`)
const amount = fc.integer({ min: 1, max: 99_999 }).map(String)

/** Texts that look like private numbers and are none. */
export const harmless: fc.Arbitrary<LabelledText> = fc
  .oneof(
    fc.tuple(date, date).map(([a, b]) => `自${a}起到${b}止办理`),
    fc.tuple(date, digits(2), digits(2)).map(([d]) => `${d} 09:20 到场，10:35 离开`),
    fc.tuple(year, digits(6)).map(([y, d]) => `事项WS-${y}-${d}和WS-${y}-${d.slice(1)}7`),
    fc.tuple(year, digits(4)).map(([y, d]) => `督办单DB-${y}-${d}，文号高新提〔${y}〕${Number(d)}号`),
    digits(20).map((d) => `流水${d}`),
    digits(20).map((d) => d),
    notIdentity.map((d) => `立案编号${d}`),
    fc.tuple(from('水表号', '电表号：', '燃气表号', '表号'), digits(11)).map((p) => p.join('')),
    fc.tuple(from('订单号', '工单号：', '快递单号 ', '运单号'), digits(12)).map((p) => p.join('')),
    mobile.map((d) => `电表号${d}`),
    fc
      .tuple(
        from('', '合同金额', '共计', '统计：', '累计 ', '投入'),
        fc.oneof(
          mobile,
          mobile.map((d) => `${d.slice(0, 4)} ${d.slice(4, 8)} ${d.slice(8)}`),
        ),
        from(
          '元',
          ' 元',
          '.00元',
          ' 件',
          '万元',
          '吨',
          '次点击',
          '件',
          '个',
          '米',
          '㎡',
          '度',
          '户',
          '亿元',
          '千瓦时',
          '平方米',
        ),
      )
      .map((p) => p.join('')),
    fc
      .tuple(
        from(
          '设备编号',
          '井盖编号',
          '票据号码',
          '发票号码',
          '箱号',
          '杆号',
          '档案号',
          '项目编号',
          '产品序列号',
        ),
        from('', ' ', '：'),
        from('', 'SB', 'G', 'JG-'),
        mobile,
      )
      .map((p) => p.join('')),
    fc
      .tuple(from('项目', '箱号', '票据号码', '文号', '产品'), from('E', 'G'), digits(8))
      .map((p) => p.join('')),
    fc.tuple(from('新A', '新E', '京A', '军A'), digits(5), from('型', '款', '系列')).map((p) => p.join('')),
    fc.tuple(from('成', '广', '海', '南'), digits(7)).map(([k, d]) => `${k}字第${d}号`),
    fc.array(fc.integer({ min: 1, max: 40_000 }), { minLength: 3, maxLength: 6 }).map(
      (n) =>
        `${n
          .slice(1)
          .map((each) => `${each}户`)
          .join('、')}，另有${n[0]}户`,
    ),
    fc.tuple(from('型号', '设备编号', '合同编号：'), from('E', 'G'), digits(8)).map((p) => p.join('')),
    fc
      .array(from(...'0123456789abcdef'), { minLength: 64, maxLength: 64 })
      .map((h) => `照片 ${h.join('')}.webp`),
    fc.array(from(...'0123456789abcdef'), { minLength: 40, maxLength: 40 }).map((h) => h.join('')),
    landline.map((d) => `城建局公开电话 ${d}`),
    fc
      .tuple(
        from('摄像头', '设备IP ', 'ip:', '网关', ''),
        fc.ipV4(),
        from('', ':8080', '掉线', '，已恢复', '/24'),
      )
      .map((p) => p.join('')),
    fc
      .tuple(
        from('DSC', 'IMG_', '照片', '附件', 'mmexport', 'video-', ''),
        mobile,
        from('jpg', 'JPG', 'png', 'pdf', 'mp4'),
      )
      .map(([name, d, ending]) => `${name}${d}.${ending}`),
    fc
      .tuple(
        from('13', '15', '18'),
        digits(3),
        from('_', '/', '-'),
        digits(6),
        from('.html', '.shtml', '/', ''),
      )
      .map((p) => `https://www.nc.gov.cn/art/2022/6/13/art_${p.join('')}`),
    from('163邮箱满了', '用户名后缀不能有空格', '邮箱是单位统一发的', '域名后缀改成gov.cn', '扣扣搜搜不肯修'),
    fc
      .tuple(from('梯', '锅', '起'), digits(2), from('赣', '苏'), from('A', 'E'), digits(5))
      .map((p) => `特种设备使用登记证${p.join('')}`),
    fc
      .tuple(from('扣', '已扣', '罚扣', '押金扣', '每户扣'), digits(6), from('元', '分', '万元', '个', '吨'))
      .map(([a, d, unit]) => `${a}1${d}${unit}`),
    fc.tuple(from('Q235', 'Q345B', 'Q1', 'Q4'), from('钢', '季度', '型'), digits(5)).map((p) => p.join('')),
    fc
      .tuple(digits(2), from('#', '＃'), digits(3), from('号楼', '井盖', '.5米', '变压器', '杆'))
      .map((p) => p.join('')),
    fc
      .tuple(from('赣', '贵', '苏'), from('A', 'B'), digits(5), from('亩', '户', '件'))
      .map((p) => p.join('')),
    landline.map((d) => `值班电话${d}转8001，投诉请打12345`),
    fc.tuple(from('400', '800'), digits(3), digits(4)).map((p) => `客服热线${p.join('-')}`),
    fc.tuple(amount, amount, amount, amount).map((n) => `分别有${n.join('、')}户`),
    fc.tuple(amount, amount).map(([a, b]) => `共${a}户，其中${b}户满意，投入${a}${b.slice(0, 2)}元`),
    fc
      .tuple(from('jubao', 'bgs', 'chengjian'), from('nc.gov.cn', 'nchdz.gov.cn'))
      .map((p) => `邮箱${p.join('@')}`),
    from(
      '业主微信群里都在说',
      '关注微信公众号南昌高新',
      '微信公众号：nchdz2022',
      '用微信支付12345元',
      'QQ群里有人发了照片',
      '统一社会信用代码91360106MA35F1234X',
      '赣ICP备2022001234号-1',
      '赣公网安备36010902000123号',
      '高新A12号楼',
      '新A座12层',
      '京东方12345户',
      '3栋2单元501室',
      '建字第360106202200123号',
      '洪府字第12345号文件',
      '经度115.9123456，纬度28.6839123',
      '第一批一百三十八户，第二批零户',
      '二〇二二年六月十三日至二〇二二年七月一日',
      '每天 7:30—8:30、17:00—18:30 拥堵',
      '一、二、三、四、五、六、七、八、九、十、十一号楼',
      'https://www.example.cn/2022-11/30/content_138456789.htm',
    ),
    fc.tuple(digits(3), digits(3), digits(3)).map(([a, b, c]) => `总投资1${a},${b},${c}元`),
    fc
      .tuple(fc.integer({ min: 100, max: 999 }), digits(2))
      .map(([n, d]) => `创新一路${n}号，路灯杆${n}-${d}`),
  )
  .map((text): LabelledText => ({ text, kind: null }))
