import fc from 'fast-check'
import { marks } from './privateMarksBetween.ts'
import { digits, from } from './privateSpellings.ts'

const plateOfAll = fc
  .tuple(
    from('赣', '浙', '京', '粤', '苏', '鄂', '贛', '蘇', '滬'),
    from('A', 'B', 'C', 'E', 'M', '（A）', ' B'),
    fc.oneof(from('', '·', '-', ' ', '•', '.', '（', ':'), marks),
    fc.oneof(
      digits(5),
      digits(5).map((d) => `D${d}`),
      digits(4).map((d) => `K${d}`),
      digits(4).map((d) => `K${d}`.replace(/[38]/g, (n) => (n === '3' ? '三' : '八'))),
    ),
    fc.boolean(),
  )
  .map(([p, l, gap, n, lower]) => p + (lower ? (l + gap + n).toLowerCase() : l + gap + n))
export const plate = fc.oneof(
  { weight: 6, arbitrary: plateOfAll },
  { weight: 1, arbitrary: digits(5).map((d) => `WJ赣${d}`) },
  { weight: 1, arbitrary: fc.tuple(from('A', 'B', 'H'), digits(5)).map(([l, d]) => `军${l}${d}`) },
)
const word = from('zhangsan', 'li.wei', 'xiao_mei', 'wang-jun', 'liufang')
/** Where people have their mail. */
const host = from('qq', '163', '126', 'sina', 'foxmail', 'gmail', '139', 'outlook', 'vip.163')
/** An address in which another sign or a word stands for its own. */
const emailSaid = fc
  .tuple(
    word,
    digits(3),
    from(
      ...'#*$&%~!',
      ' # ',
      '＃',
      '爱特',
      '小老鼠',
      ' 小老鼠 ',
      '圈A',
      '(圈)',
      '[圈a]',
      '&#64;',
      '%40',
      ' at ',
      '_at_',
    ),
    host,
    from('.', '点', ' 点 ', '。', '[.]', '(dot)', '.'),
    from('com', 'com', 'cn', 'net'),
  )
  .map((p) => p.join(''))
/** The name, and where its mail is, apart from each other. */
const emailInTwo = fc.oneof(
  fc
    .tuple(
      from('用户名', '邮箱名', '前缀是', ''),
      word,
      digits(2),
      from('，后缀', '（后缀：', '后缀@', '，后缀为', ' 域名 ', '，邮箱后缀是'),
      host,
      from('.com', '点com', ''),
    )
    .map((p) => p.join('')),
  fc
    .tuple(from('邮箱', '邮箱是', '邮箱：'), word, from('，', ' ', '，在', '用'), host, from('的', '邮箱'))
    .map((p) => p.join('')),
  fc
    .tuple(
      from('163', '网易', 'qq', '新浪'),
      from('邮箱', '的邮箱', '电子邮箱'),
      from('', '：', ' ', '用户名', '是'),
      word,
      digits(2),
    )
    .map((p) => p.join('')),
)
export const email = fc.oneof(
  emailSaid,
  emailInTwo,
  fc.tuple(digits(8), from('#', '*', '艾特', '&'), host).map(([d, at, h]) => `2${d}${at}${h}.com`),
  fc
    .tuple(
      word,
      digits(3),
      from('@', '＠', ' @ ', '(at)', '[at]', ' [at] ', '艾特', '(a)', '【艾特】'),
      from(
        'qq.com',
        '163.com',
        'sina.com.cn',
        'foxmail.com',
        '163 [dot] com',
        '163[.]com',
        '163点com',
        '163,com',
      ),
    )
    .map((p) => p.join('')),
  fc
    .tuple(from('李华', '张三', 'lihua'), from('@', '＠'), from('qq.com', '例子.中国', '例子.com'))
    .map((p) => p.join('')),
)
const chatId = fc.tuple(from('zhang_', 'li', 'wx', 'abc', 'xm-'), digits(6)).map((p) => p.join(''))
/** What may stand between a word for a chat and the name in it. */
const chatLink = from(
  ...[
    '',
    '号',
    '：',
    '号是',
    ' ID ',
    '名',
    '联系',
    '联系：',
    '联系我：',
    '联络我 ',
    '加我',
    '私聊 ',
    '找我：',
    '同号',
    '搜',
    '搜索 ',
    '账号',
    '是',
    '→',
    '【',
    '｜',
    '/',
    '·',
    '“',
    '（',
    '=',
    ' - ',
  ],
)
export const chat = fc.oneof(
  fc
    .tuple(from('微信', '薇信', '薇', 'wechat', 'WeChat', '加V', '微 信'), chatLink, chatId)
    .map((p) => p.join('')),
  fc.tuple(from('VX:', 'vx ', 'wx：', 'WX→', 'v x：', 'vx/', 'V：'), chatId).map((p) => p.join('')),
  digits(9).map((d) => `微信wx1${d}`),
)
export const qq = fc.oneof(
  fc
    .tuple(
      from('QQ', 'qq', 'q.q', 'Q Q', 'Q·Q', '扣扣', '加Q', '企鹅'),
      chatLink,
      fc.integer({ min: 100_000, max: 3_999_999_999 }),
    )
    .map((p) => p.join('')),
  fc.integer({ min: 100_000_000, max: 3_999_999_999 }).map((n) => `Q：${n}`),
  fc
    .tuple(
      from(
        '扣号',
        '加扣',
        '加我扣',
        'Q群',
        'QQ交流群',
        'qq业主群号',
        '扣群',
        '抠抠',
        '口口',
        '叩叩',
        '球球',
        '秋秋',
        '丘丘',
        '企鹅号',
        '加企鹅',
        '🐧',
        '🐧号',
        '腾讯号',
        'qiuqiu',
        '我扣',
        '加q',
      ),
      from('', '：', ' ', '是', '/', '='),
      fc.oneof(
        fc.integer({ min: 2_100_000, max: 3_999_999_999 }).map(String),
        digits(8).map((d) => [...`2${d}`].map((c) => '零一二三四五六七八九'[Number(c)]).join('')),
      ),
    )
    .map((p) => p.join('')),
  fc
    .tuple(from('扣', '抠', 'Q', 'q', '他的扣', '我Q'), from('', '：', ' ', '是'), digits(8))
    .map(([name, link, d]) => `${name}${link}3${d}`),
)
export const passport = fc.oneof(
  fc
    .tuple(from('护照', '护照号', '护照号码：', '持护照 '), from('E', 'EA', 'G', 'EJ'), digits(8))
    .map(([l, h, d]) => l + h + (h.length === 2 ? d.slice(1) : d)),
  fc.tuple(from('E', 'G'), digits(8)).map((p) => `证件${p.join('')}`),
  fc.tuple(from('通行证', '港澳通行证号：', '回乡证'), from('C', 'H', 'W'), digits(8)).map((p) => p.join('')),
)
export const military = fc.oneof(
  fc.tuple(from('军', '士', '武', '兵'), digits(7)).map(([k, d]) => `${k}字第${d}号`),
  fc.tuple(from('军官证', '士兵证号：', '军官证号码', '军人证件号 '), digits(8)).map((p) => p.join('')),
  fc.tuple(from('南', '北', '空', '海'), digits(8)).map(([k, d]) => `证件为${k}字第${d}号`),
)
