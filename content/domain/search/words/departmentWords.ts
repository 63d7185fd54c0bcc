/**
 * What the usual departments of a district are called, a line each, without place and without 局, 委, 队: short,
 * official and former. What a host adds (全称、曾用名、也叫) comes before these.
 */
const LINES = `
城管 城市管理 城市管理和综合执法 城市管理综合执法 城市综合管理 综合执法 综合行政执法 城管执法 行政执法 市容 环卫 城管监察 市政
交警 交管 交通警察 交通管理 公安交通管理 公安交管 交巡警 车管 交通大
消防 消防救援 火警 119
应急 应急管理 安监 安全生产监督管理 安全监管 安全生产
财政 财政金融
环保 生态环境 环境保护 环境 环境监察
安管 安全管理 安委
市监 市场监管 市场监督管理 市场监督 市管 工商 工商行政管理 质监 质量技术监督 质量监督 食药监 食品药品监督管理 食药 药监 物价 消协 消费者协会 12315
土地 国土 国土资源 土地管理 土地储备
自然资源 自然资源和规划 自然资源规划 规划和自然资源 自规 规划 城乡规划 国土 国土资源 林业 测绘 不动产登记
教育 教体 教育体育 教科体 教科文体 文教 教委
城建 住建 建设 城乡建设 住房和城乡建设 住房城乡建设 城市建设 建管 建委 建设环保
房管 房产 住房保障 房屋管理 房产管理 房地产管理 住房保障和房产管理 住房
公安 警察 派出 警方 民警 110
供电 电力 电业 国家电网 国网 电网
燃气 煤气 天然气 管道燃气
水务 水利 自来水 供水 水政
交通 交通运输 运管 公路 路政 交通运输管理
公交 公交车 公共交通 公交集团 巴士
民政 民政和社会事务 社会事务
农业农村 农业 农林 农办 农林水 乡村振兴 扶贫 农经 农技
人社 人力资源和社会保障 人力资源社会保障 社保 劳动 人事 劳动保障 劳动和社会保障 劳动监察 就业 社会保障
卫健 卫生健康 卫生 卫计 计生 卫生和计划生育 疾控 防疫 卫生监督
文体 文化体育 文化 体育 文广 文旅 文化和旅游 文广新旅 文化广电 文化旅游
园林 园林绿化 绿化 绿化园林 林园
信访 群众来访接待 来访接待
医保 医疗保障 医疗保险
退役军人 退役军人事务 军人事务 双拥 退役军人服务 武装
司法 司法行政 法律援助 普法 公证
残联 残疾人联合会 残疾人
通信 电信 移动 联通 宽带 铁塔 广电 邮电 通信管理 有线电视
指挥 创建示范指挥 创建指挥
税务 国税 地税
街道 街道办事
`

/** For each word the numbers of the lines that it stands in. */
export const DEPARTMENT_WORDS: ReadonlyMap<string, readonly number[]> = readLines()

/** Words of those lines that alone say a matter and no department. */
export const MATTERS: ReadonlySet<string> = new Set(
  '环境 市容 安全生产 土地 规划 林业 测绘 教育 建设 城市建设 房产 住房 电力 电网 燃气 煤气 天然气 管道燃气 水利 自来水 供水 交通 公路 公交 公交车 公共交通 巴士 农业 农林 乡村振兴 扶贫 劳动 人事 就业 社保 社会保障 卫生 防疫 文化 体育 文化体育 园林 绿化 医疗保障 医疗保险 公证 普法 移动 宽带 有线电视 铁塔 指挥 街道 食药 食品药品监督 物价 不动产登记'.split(
    ' ',
  ),
)

function readLines(): Map<string, number[]> {
  const lines = new Map<string, number[]>()
  LINES.trim()
    .split('\n')
    .forEach((line, number) => {
      for (const word of line.split(' ')) lines.set(word, [...(lines.get(word) ?? []), number])
    })
  return lines
}
