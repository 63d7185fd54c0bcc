import { CONCEPTS } from './concepts.ts'

/** Words of asking, complaining and joining, which say nothing of what the matter is; longest match ends a run. */
const SAID = `
怎么办 怎么办理 怎么处理 怎么解决 怎么回事 怎么弄 怎么搞 怎么样 怎么才能 怎么还 怎么 怎样 咋办 咋整 咋回事 咋 如何 为什么 为何 为啥 干嘛
什么 什么时候 啥时候 啥 哪里 哪儿 哪个 哪些 哪家 哪位 哪个部门 哪个单位 什么部门 什么单位 哪个局 多少 几时 何时 多久
谁 谁管 谁来管 谁负责 谁来负责 谁处理 谁修 谁来修 谁解决 由谁 找谁 找谁管 找谁修 找哪个 找哪里 找哪个部门 该找谁 归谁 归谁管 归哪个 归哪里管 归哪管 属于谁 是谁 向谁
该谁管 该谁 哪个部门管 哪里管 有没有人管 有人管吗 没人管 没有人管 无人管 无人问津 管不管 谁能管管 能不能管管 管一管 管管 管一下 归 该
负责 请问 问一下 问下 想问 想问一下 想问问 请教 咨询 咨询一下 求助 求解 求 请 麻烦 烦请 恳请 拜托 谢谢 感谢 您好 你好 大家好 领导 尊敬的 有关部门 相关部门 贵单位 贵局
投诉 举报 反映 反应一下 反映一下 投诉一下 举报一下 上报 报修 要求 建议 希望 希望能 盼 盼望 强烈要求 诉求 情况 问题 的问题 事情 事 这事 这个事 这件事 一件事
能不能 能否 可不可以 可否 可以 是不是 是否 有没有 要不要 会不会 行不行 应该 应当 需要 想要 想 能 会 要 得
处理 处理一下 处理下 解决 解决一下 解决下 看一下 看看 来看看 来看一下 尽快 赶紧 赶快 马上 立即 及时 什么时候能 什么时候才能
我 我们 我家 我们家 我们这 我们这里 我们这边 咱 咱们 俺 俺们 你 你们 您 他 他们 她 它 它们 自己 大家 本人 人家
这 这个 这里 这边 这儿 这样 这种 这些 那 那个 那里 那边 那儿 那样 那种 那些 此 该处 某
的 地 了 着 过 吗 么 呢 吧 啊 呀 哦 嘛 啦 哎 唉 哇 噢 喔 哟 诶 嗯 哈
是 在 就 就是 都 也 还 还是 还在 又 再 再次 才 却 被 把 给 让 叫 使 和 与 及 以及 或 或者 跟 同 但 但是 而 而且 因为 所以 由于 如果 要是 虽然 然后 于是 并 并且
很 太 挺 非常 特别 十分 极其 比较 真 真的 实在 实在是 好像 似乎 已经 一直 总是 老是 经常 常常 天天 每天 整天 成天 一天到晚 动不动 多次 几次 好几次 好多次 屡次 反复 又一次
现在 目前 最近 近期 近日 今天 昨天 前天 今年 去年 刚刚 刚才 长期 好久 很久 很长时间 好长时间 好几天 好多天 几天 几个月 半个月 一个月 一个多月 半年 一年多 好几年 多年 几年
有 有个 有些 有的 一个 一些 一点 一下 一次 一种 个 些 点 次 为 对 对于 关于 从 到 向 往 以 于 按 被人 来 去 上来 起来 出来 请来 过来
跑到 跑来 跑进 走了 走掉 弄得 搞得 搞到 弄到 咋个办 咋个 哪门办 么样办 怎么搞 怎么整 啷个办 啷个
进行 造成 导致 存在 出现 发现 发生 影响 严重影响 给予 开始 继续 仍 仍然 依然 依旧 根本 完全 一点都不 也不 就不 不知道 不知 不晓得 晓得 知道 知不知道
`
/** Words that begin or end like a stop word and mean something of their own: they are never cut. */
const MEANT = `
的士 一下雨 二次 三次 一次性 被占 被盗 点位 地点 目的 目的地 有人 有害 有毒 有机 有线 有限 没有 所有 国有 公有 有偿 有效 过敏 过滤 过高 过河 过户 过桥 过年 过路 过度
超过 通过 经过 不过 难过 地下 地上 地面 地铁 地板 地质 地址 地方 地名 地坪 地段 地租 地税 地势 地产 地皮 场地 空地 土地 田地 农地 湿地 营地 基地 当地 本地 外地 拆迁地
山地 用地 盆地 坡地 产地 落地 随地 满地 遍地 道地 洼地 闲置地 着凉 着急 着装 穿着 了解 了结 得病 所得 获得 得到 会议 大会 例会 会场 会所 社会 机会 开会 协会 工会 居委会
村委会 委员会 聚会 会员 会费 会计 晚会 庙会 学会 教会 要道 主要 重要 要塞 要债 要账 讨要 索要 必要 摘要 能源 节能 功能 智能 能耗 太阳能 能力 性能 可能 不能 职能 不会
想法 让座 让行 让路 礼让 转让 出让 叫声 叫喊 大叫 乱叫 供给 给付 补给 自给 使用 天使 使馆 和谐 和解 和平 调和 温和 共和 饱和 同学 同事 同步 共同 同城 同楼 不同 相同
胡同 同样 跟踪 跟团 还款 还钱 还贷 还债 偿还 退还 归还 返还 还迁 还车 还书 归档 归属 归侨 归并 又名 再就业 再生 再婚 人才 才艺 真伪 真假 真菌 失真 写真 传真 老人家 太阳
太平 老太 特别行政 挺拔 为民 行为 作为 认为 人为 为了 对面 对讲 对外 对待 针对 反对 核对 从业 从事 到处 到站 报到 迟到 到位 到岗 找到 收到 直到 向上 方向 转向 向阳 往返
往下 往外 来往 交往 以上 以下 以内 以外 按摩 按钮 按时 按键 按揭 来源 来电 来水 外来 未来 本来 从来 后来 去世 去除 失去 过去 上去 点餐 网点 路点 景点 点灯 点菜 点播
点心 点燃 点歌 餐点 整点 起点 终点 充电点 试点 亮点 热点 收集点 停车点 换电点 次日 个人 个体 个税 个别 个子 整个 事故 事件 事业 事项 事务 办事 军事 民事 故事 事假 好事
红白事 闹事 问题食品 情况属实 处理厂 污水处理 垃圾处理 处理站 请假 邀请 聘请 求医 求学 需求 追求 要素 建议书 反映室 举报箱 投诉站 求救 此处 彼此 该死 该款 某某 我国 自我
你我 他人 其他 他乡 吗啡 谁家 哈尔滨 了望 咨询台 咨询费 感谢信 您家 领导小组 校领导 领导岗位 麻烦事 求真 盼头 在建 正在 在线 在校 在编 在职 在岗 在押 在册 所在 内在 外在
在途 在地 是非 就医 就读 就餐 就诊 就近 成就 就学 就地 都市 首都 成都 还有 也许 又是 负责人 报修电话 能效 会展 得分 心得 把手 车把 把关 火把 给排水 为人 对公 以租代售
及格 涉及 与会 参与 或许 于都 于洪 被告 被褥 棉被 植被 着火点 使劲
`

/** Whom is asked for, and what they should do: each of the first with or without one of the second. */
const WHOM = words(
  '谁 哪个 哪一个 哪个人 哪里 哪儿 哪家 哪 哪个部门 哪个单位 哪个局 哪些部门 哪一家 哪个科室 哪个衙门 什么部门 什么单位 什么地方 什么人 啥部门 啥单位 啥人 么人 何人',
)
const BEFORE = words('归 该 该归 该找 该由 由 找 去找 要找 应该找 应该归 是 是归 属于 让 叫 向 跟')
const DO = words(
  '管 来管 去管 管理 负责 来负责 处理 来处理 解决 来解决 修 来修 管一下 来管管 说 反映 投诉 负责管',
)
const ASKING = WHOM.flatMap((whom) =>
  ['', ...BEFORE].flatMap((before) => ['', ...DO].map((doing) => before + whom + doing)),
).filter((word) => word !== '哪')

/**
 * A word of a group that holds one of these is kept only where groups are looked for: 坏了 is said of 坏. At its
 * beginning 着 and 过 are no particles: 着火.
 */
const PARTICLE = /.[了的着过]|[吗呢吧被把]|^[了的]/

const STOP: ReadonlySet<string> = new Set([...words(SAID), ...ASKING])
const GROUPED = CONCEPTS.flatMap((group) => [group.term, ...group.words]).filter((word) => !STOP.has(word))
const KEPT: ReadonlySet<string> = new Set([
  ...words(MEANT),
  ...GROUPED.filter((word) => !PARTICLE.test(word)),
])
const KEPT_FOR_GROUPS: ReadonlySet<string> = new Set([...KEPT, ...GROUPED])
const LONGEST = Math.max(...[...STOP, ...KEPT_FOR_GROUPS].map((word) => word.length))

/** All stop words. */
export function stopWords(): string[] {
  return [...STOP]
}

/** What is left of a run of Han when stop words are taken out, in order; nothing when it held nothing else. */
export function withoutStopWords(run: string): string[] {
  return cut(run, KEPT)
}

/** The same, where words of the built-in groups stay whole with the particles in them. */
export function withoutStopWordsButGroups(run: string): string[] {
  return cut(run, KEPT_FOR_GROUPS)
}

function cut(run: string, keep: ReadonlySet<string>): string[] {
  const left: string[] = []
  let begun = 0
  let at = 0
  while (at < run.length) {
    const stop = longest(STOP, run, at, (length) => !tears(run, at, length, keep))
    const kept = longest(keep, run, at)
    const isKept = kept >= stop && kept > 0
    if (isKept || stop === 0) {
      at += isKept ? kept : 1
      continue
    }
    if (begun < at) left.push(run.slice(begun, at))
    at += stop
    begun = at
  }
  if (begun < run.length) left.push(run.slice(begun))
  return left
}

/** Whether a stop word would tear a kept word that begins one or two characters before it, or inside it. */
function tears(run: string, at: number, length: number, keep: ReadonlySet<string>): boolean {
  for (let start = Math.max(0, at - 2); start < at; start++)
    if (longest(keep, run, start) > at - start) return true
  for (let start = at + 1; start < at + length; start++)
    if (start + longest(keep, run, start) > at + length) return true
  return false
}

function longest(
  list: ReadonlySet<string>,
  run: string,
  at: number,
  fits: (length: number) => boolean = () => true,
): number {
  for (let length = Math.min(LONGEST, run.length - at); length > 0; length--)
    if (list.has(run.slice(at, at + length)) && fits(length)) return length
  return 0
}

function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '')
}
