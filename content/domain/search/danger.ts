import { normalise } from '../normalise.ts'

/** Whom to call where life is in danger, and the sentence that says so. */
export type Danger = { number: '110' | '119' | '120'; words: string }

/** What is feared, prevented or denied before it is named has not happened. */
const NOT_YET = '怕 担心 容易 防 防止 预防 避免 以免 没 没有 不会'

type Kind = Danger & {
  /** What people write when it happens, divided by |. */
  told: string
  /** What it is no sign of, right before and right after it. */
  notAfter: string
  notBefore: string
  /** What a duty says that has to do with it, divided by |. Of a crime no duty says anything. */
  about: string
}

/** The most pressing first. */
const KINDS: readonly Kind[] = [
  {
    number: '119',
    words: '有火情先打119',
    told: '着火|着了火|起火|失火|火灾|烧起来|冒[黑浓白]?烟|爆炸',
    notAfter: `${NOT_YET} 烟囱 烟道 烟管 排气管`,
    notBefore: '点 物 品 性',
    about:
      '着火|起火|失火|火灾|火情|火险|山火|明火|打火|冒火|引燃|复燃|易燃|燃气|煤气|爆炸|易爆|爆竹|焚烧|[电山]\\S{0,3}冒烟|冒[黑浓]烟',
  },
  {
    number: '110',
    words: '有危险先打110',
    told: '跳楼|跳河|跳桥|轻生|自杀|寻短见|不想活|往死里打|打死人?|打人|打伤|挨打|被人?打|打了?[我他她]|把[我他她人]{1,2}打|打老婆|打女人|打架|斗殴|杀人|杀了人|砍人|捅人|捅伤|捅了人|持刀|拿刀|动刀|抢劫|打劫|绑架|强奸|家暴|家庭暴力',
    notAfter: `${NOT_YET} 触 电 狗 猫 鸡`,
    notBefore: '家 工 狗 猫 电话 手机 招呼 的',
    about: '',
  },
  {
    number: '120',
    words: '有人受伤、发病先打120',
    told: '晕倒|昏倒|昏过去|晕过去|昏迷|休克|没气了|没呼吸|心脏病发|中风|受伤|触电|电到人|(?:煤气|一氧化碳|食物|农药|毒气)中毒|溺水了|淹着人|大出血|流好多血',
    notAfter: `${NOT_YET} 工伤 上班`,
    notBefore: '赔 险',
    about:
      '伤人|受伤|咬人|咬伤|摔伤|砸人|砸到人|砸伤|夹人|触电|漏电|电到|中毒|缺氧|溺水|淹死|晕倒|昏倒|吃坏|拉肚子',
  },
]

/** The danger to life that a question tells of; absent where it tells of none. */
export function dangerIn(question: string): Danger | undefined {
  const text = normalise(question)
  const kind = KINDS.find((one) => tellings(text, one).length > 0)
  return kind && { number: kind.number, words: kind.words }
}

/** A question without what the police is called for: no list of duties speaks of it, whatever shares its characters. */
export function withoutCrime(question: string): string {
  return withoutTellings(question, '110')
}

/** A question without what the fire brigade is called for: what is left says where it burns, or what. */
export function withoutFire(question: string): string {
  return withoutTellings(question, '119')
}

/** Whether texts of a duty have to do with a danger. */
export function isAbout(texts: readonly string[], number: Danger['number']): boolean {
  const { about } = KINDS.find((one) => one.number === number) as Kind
  return about !== '' && new RegExp(about).test(texts.map(normalise).join('\n'))
}

function withoutTellings(question: string, number: Danger['number']): string {
  const kind = KINDS.find((one) => one.number === number) as Kind
  const text = normalise(question)
  return tellings(text, kind).reduceRight(
    (left, { from, to }) => `${left.slice(0, from)} ${left.slice(to)}`,
    text,
  )
}

function tellings(text: string, { told, notAfter, notBefore }: Kind): { from: number; to: number }[] {
  return [...text.matchAll(new RegExp(told, 'g'))]
    .map(({ 0: said, index }) => ({ from: index, to: index + said.length }))
    .filter(
      ({ from, to }) =>
        !notAfter.split(' ').some((word) => text.slice(0, from).endsWith(word)) &&
        !notBefore.split(' ').some((word) => text.startsWith(word, to)),
    )
}
