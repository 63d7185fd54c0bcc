/** Who, where, when, how much, and that people fell out over it: words that stand in questions about anything and say little of what the matter is. */
const WORDS = `
孩子 小孩 小孩子 娃 娃娃 小朋友 儿童 学生 老人 老年人 老人家 大人 女儿 儿子 父母 老婆 老公 老伴 老头 老太婆 爸妈 爸爸 妈妈 爷爷 奶奶 外公 外婆 媳妇 两口子 夫妻 小两口 儿媳 孙子 孙女 亲戚 朋友 邻居 隔壁 人家 居民 业主 住户 群众 百姓 老百姓 别人 路人 行人 有人
早上 上午 中午 下午 傍晚 晚上 半夜 夜里 夜间 深夜 凌晨 白天 上班 下班 周末 一天到晚 天天 整天 每天 成天 一下雨 夏天 冬天
小区 社区 村里 村子 城里 家里 家门口 屋里 屋前 屋后 门口 楼下 楼上 楼里 楼栋 单元 院子 巷子 路边 路上 街上 大门 旁边 边上 附近 周围 对面 隔壁 前面 后面 里面 外面 底下 到处 地方 一楼 二楼 三楼 四楼 五楼 六楼 七楼
好多 很多 全是 都是 一堆 一大 一片 一块 几个 整个 有点 好好 成了 就是 这么 那么 不敢 不让 不给 没法 没地 没处 吵架 吵嘴 争吵 大吵 拌嘴 对骂 骂人 骂街 骂我 打骂 动手 闹翻 翻脸
下来 下去 上去 进去 出去 过去 回来 出来 起来 掉下 危险
`

/** The words, for `Set.has`; none is longer than `LONGEST_CIRCUMSTANCE` characters. */
export const CIRCUMSTANCES: ReadonlySet<string> = new Set(WORDS.split(/\s+/).filter((word) => word !== ''))
export const LONGEST_CIRCUMSTANCE = 4
