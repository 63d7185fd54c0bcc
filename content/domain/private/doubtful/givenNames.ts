/** Characters of which given names are made, of three generations; many of them are seldom anything else. */
const GIVEN = new Set(
  [
    '伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂华建国文志玉红春海燕玲萍辉鹏飞鑫波斌宇浩凯健俊帆雪梅琳云莲珍贞莉凤洁琴素',
    '荣爱妹香月莺媛瑞凡佳嘉琼勤珠锦黛青倩婷姣婉娴瑾颖露瑶怡婵雁蓓纨仪荷丹蓉眉君琪妍茜秋珊莎晓美锋栋振翔旭松柏林森宏达力',
    '子涵梓轩诺萱浩然睿欣怡语彤思琦一航博雅诗梦晨曦皓宸雨泽昊熙悦可馨依若希阳霖铭泰煜祺逸楠乐童昕沐辰',
    '根水火木金土生福禄寿喜贵财旺发长德义仁礼信忠孝良贤才学友国光兴隆昌盛庆祥吉祖宗仙细毛狗连元开启世永新中山川江河湖康宁安顺利',
    '和全龙虎彪豹仕绍先有成大小招娇花翠菊桃竹菱芬芝芸苗茂繁彬炳炎焱烽灿耀晖晶昭民正东南西北冬夏根保胜雄威武勋功绩业诚敬恭慧惠巧贤淑清婧妮露',
  ].join(''),
)
/** Characters that are a given name alone. */
const ALONE = new Set(
  '伟芳娜敏静丽强磊军洋勇艳杰娟涛超兰霞刚辉鹏飞鑫波斌宇浩凯健俊琳燕玲萍琴琼颖婷倩莉洁瑶莹雪梅红云凤亮峰锋栋翔旭林诺彤欣轩睿帆瑞雯薇璐蕾晨阳志兵彬威毅立芬英平明华建坤虹翠菊花琪悦玉',
)

/** How much the characters after a surname say for a name. */
export function weightOfGiven(given: string): number {
  if (given.length === 1) return ALONE.has(given) ? 0.4 : -0.4
  return [...given].reduce((sum, sign) => sum + (GIVEN.has(sign) || ALONE.has(sign) ? 0.4 : -0.2), 0)
}

/** Whether every character is one of which given names are made. */
export function isGivenName(given: string): boolean {
  return [...given].every((sign) => GIVEN.has(sign) || ALONE.has(sign))
}

/** Whether some character is one of which given names are made: parents find new ones for the others. */
export function mayBeGivenName(given: string): boolean {
  return [...given].some((sign) => GIVEN.has(sign) || ALONE.has(sign))
}
