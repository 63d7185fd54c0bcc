import { normalise } from '../../normalise.ts'
import type { DutyBook } from '../dutyBook.ts'
import { withoutStopWords } from '../words/stopWords.ts'

/** What people come with that lists of duties do not have: papers, exams, money of the bank, things and services that they buy. */
const WORDS =
  '居民身份证 身份证 户口本 户口簿 户籍 结婚证 离婚证 结婚登记 驾驶证 驾照 行驶证 护照 通行证 签证 房产证 房本 出生证 出生证明 营业执照 社保卡 医保卡 银行卡 信用卡 公积金 疫苗 核酸 高考 中考 彩票 股票 话费 网购 退款 诈骗 挂号 冰箱 洗衣机 电视机 电脑 手表 眼镜 钱包 航班 机票 高铁票 演唱会 宽带 网速 微信 支付宝 账号'.split(
    ' ',
  )

const ABSENT = new WeakMap<DutyBook, RegExp>()

/** A question without the words of other matters, as far as no duty of the book holds them; a character left is nothing. */
export function withoutElsewhere(question: string, book: DutyBook): string {
  const absent = ABSENT.get(book) ?? absentIn(book)
  ABSENT.set(book, absent)
  const text = normalise(question)
  const left = text.replace(absent, ' ')
  return left !== text && withoutStopWords(left.replace(/ /g, '')).join('').length < 2 ? '' : left
}

function absentIn(book: DutyBook): RegExp {
  const held = book.duties
    .map(({ title, wordings, covers }) => normalise([title, ...wordings, covers ?? ''].join('\n')))
    .join('\n')
  const absent = WORDS.filter((word) => !held.includes(word))
  return absent.length === 0 ? /$^/g : new RegExp(absent.join('|'), 'g')
}
