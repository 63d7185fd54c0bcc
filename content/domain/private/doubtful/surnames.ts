/** The surnames that most people bear. */
const COMMON =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤'
/** Others, in the south-east more than elsewhere. */
const OTHERS =
  '涂闵喻艾辜揭饶洪甘晏章施聂游占詹危况桂左宁华梅欧习葛裴翁柯阮卓储祝芦舒柳童阎文辛帅幸简卞焦关翟乔安季项鲁齐康伍温倪颜庄牛岳殷盛纪耿申路柴蒙谷鲍牟应翦车房屈解古俞敖凌冷靳淦缪匡祁骆冉苗邬蒲易'
/** Surnames that are as often words: with little around them they are none. */
const WORDLIKE = '于向何高任安关路车方白金石万华文武应解古房单时和平成明章易温左江项施占洪谷冷盛季习简游曾常'
const COMPOUND =
  '欧阳|上官|司马|诸葛|司徒|皇甫|夏侯|慕容|东方|令狐|尉迟|长孙|宇文|公孙|端木|百里|南宫|西门|申屠|独孤'

const SINGLE = new Set(COMMON + OTHERS)
const COMMON_ONES = new Set(COMMON)
const WORDS = new Set(WORDLIKE)
const TWO = new Set(COMPOUND.split('|'))

/** How many characters of a surname begin at a place of a text; 0 where none does. */
export function surnameAt(text: string, at: number): number {
  if (TWO.has(text.slice(at, at + 2))) return 2
  return SINGLE.has(text[at] as string) ? 1 : 0
}

/** How much a surname alone says for a name. */
export function weightOfSurname(surname: string): number {
  if (surname.length === 2) return 0.6
  return (COMMON_ONES.has(surname) ? 0.3 : 0) - (WORDS.has(surname) ? 0.7 : 0)
}
