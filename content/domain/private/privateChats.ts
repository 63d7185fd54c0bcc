import { MARK } from './oneSpelling.ts'
import { anyOf, LINK, NAMES, type Shape } from './privateShape.ts'

const CHAT_ID = '[A-Za-z][A-Za-z0-9_-]{5,19}'
const CHAT =
  '(?:微\\s?信|[薇徽围]信|薇|威信|V信|v信|[wW]信|wei信|绿泡泡?|(?:加|我的?)卫星|[Ww]e[Cc]hat|[Ww]ei[Xx]in|[加+➕]我?[Vv微])(?!公众|小程序|群|支付|扫码|视频|服务)'

/** Names in WeChat. */
export const WECHATS: Shape = {
  kind: '微信号',
  shape: anyOf([
    'wxid_[A-Za-z0-9]{6,}',
    `${CHAT}${NAMES}(?=[A-Za-z0-9_-]*[0-9_])${CHAT_ID}`,
    `${CHAT}(?:(?:号码?|账号|帐号|ID|id)\\s*(?:为|是|叫)?\\s*:?|\\s*(?:为|是|叫)?\\s*:)\\s*${CHAT_ID}`,
    `${CHAT}\\s?(?!android|iphone|windows|official|wechat|version)[a-z]{6,20}(?![a-z])`,
    `${CHAT}(?:号码?|账号|帐号)?\\s*(?:为|是|叫)?\\s*:?\\s*[1-9][0-9]{6,10}(?![0-9])`,
    `(?<![A-Za-z])(?:[Vv]\\s?[Xx]|[Ww][Xx])(?!_camera_)(?:号|是|为|${LINK}){1,3}${CHAT_ID}`,
    `(?<![A-Za-z0-9])[Vv]\\s?[:=]\\s?(?=[A-Za-z0-9_-]*[0-9])${CHAT_ID}`,
    `(?<![轻细略稍甚入显低])微·{0,2}(?=[A-Za-z0-9_-]*[0-9_])[a-z]${CHAT_ID.slice(8)}`,
  ]),
  unless: /(?:公众号|服务号|订阅号|视频号)[^，。；]{0,8}$/,
}

/** QQ by its name and by what sounds or looks like it. */
const NAMED_QQ = [
  `(?<![A-Za-z])[Qq]${MARK}{0,4}[Qq]`,
  '(?<![A-Za-z])(?:qiuqiu|koukou)',
  '[扣抠叩蔻寇]{2}|口口|[球秋丘邱]{2}|企鹅|腾讯号',
  '[加+➕]我?[Qq扣抠]|(?<![A-Za-z])[Qq][号群]|[扣抠叩][号群]|我的?[扣抠]',
].join('|')
/** One letter or sound of it, before enough digits. */
const SHORT_QQ = '(?<![A-Za-z0-9])[Qq]|(?<![已共被应罚抵代不折合每各先再要会只少多])[扣抠]'
/** A day in eight digits is none. */
const NO_DAY = '(?!(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?![0-9]))'

/** Numbers in QQ. */
export const QQS: Shape = {
  kind: 'QQ号',
  shape: anyOf(
    [
      `(?:${NAMED_QQ})(?:[\\u4e00-\\u9fff]{0,4}群)?${NAMES}${NO_DAY}[1-9](?:[\\s\\-.]?[0-9]){4,10}`,
      `(?<![A-Za-z0-9])[Qq]\\s?[:=]\\s?[1-9][0-9]{6,10}`,
      `(?:${SHORT_QQ})${NAMES}${NO_DAY}[1-9][0-9]{7,10}`,
    ].map((each) => `(?:${each})(?![0-9年版])`),
  ),
  uncounted: true,
}
