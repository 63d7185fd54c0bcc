import type { Case } from '#domain/records/case'
import type { Event } from '#domain/records/timeline'
import { ARTICLE, SHIPPED } from './shipped.ts'

const common = { duties: [], evidence: [], photos: [], sources: [ARTICLE], ...SHIPPED }

/** The report gives no times, so the events stand in its order without any. */
const told = (kind: Event['kind'], more: Partial<Event> = {}): Event => ({ kind, ...more, source: ARTICLE })
const arrivals = (departments: string[]) => departments.map((department) => told('arrival', { department }))

const wall = ['chengjian', 'yingji', 'caizheng']
const fumes = ['huanbao', 'chengguan', 'anguanban', 'xiaofang', 'shijian']
const hall = ['chengjian', 'tudi', 'ziran-ziyuan', 'caizheng', 'xiaofang']
const jam = ['chengguan', 'jiaojing', 'chengjian', 'jiaoyu', 'gongjiao']

/** The four cases of the article, in its order and in our own sentences. Nothing is added to what it says. */
export const cases: Case[] = [
  {
    ...common,
    reference: 'PRESS-2022-000001',
    title: '瑶湖花园小区外墙脱落',
    kind: 'community',
    area: 'yaohu-huayuan',
    description:
      '2020年以来，小区部分楼栋的外墙陆续脱落，小区有2000多户人家。房子过了保修期，又没有公共维修基金，村里只能修修补补、往上反映；职责不清，转来转去，办得很慢。',
    departments: wall,
    timeline: [
      told('whistle', { body: '刘城村' }),
      ...arrivals(wall),
      told('joint-meeting', { text: '吹哨两天后，城建、应急、财政等到了现场，当场商定了办法。' }),
      told('progress', { text: '维修工程已经开工，预计当月底完工。' }),
    ],
    status: 'handling',
    openReason: '报道发表时维修工程还在进行，预计当月底完工；后来是否完工，没有公布。',
  },
  {
    ...common,
    reference: 'PRESS-2022-000002',
    title: '创新一路餐饮店油烟',
    area: 'shangshangcheng',
    place: '创新一路',
    description:
      '因历史原因，路边几家餐饮店没有独立烟道，油烟大，还有安全隐患，居民常常投诉。以前一件事分给几家管：油烟归环保，燃气归安管办。',
    departments: fumes,
    timeline: [told('whistle'), ...arrivals(fumes)],
    status: 'reported-resolved',
    outcome: '报道说，几个部门一起到场以后，问题彻底解决了。',
  },
  {
    ...common,
    reference: 'PRESS-2022-000003',
    title: '广安村红白喜事理事厅',
    area: 'guangan',
    description: '村民拆迁安置以后，没有地方办红白喜事。村里问过好几个部门，没有找到是哪一家管。',
    departments: hall,
    timeline: [
      told('whistle'),
      ...arrivals(hall),
      told('plan', { text: '区里的部门和镇里都到了场，找到了办法，建理事厅的事列入了议程。' }),
    ],
    status: 'planned',
    outcome: '理事厅列入了议程，还没有建成的消息。',
    openReason: '办法有了，建理事厅已列入议程；什么时候建成，没有公布。',
  },
  {
    ...common,
    reference: 'PRESS-2022-000004',
    title: '溪湖北社区上下学拥堵',
    area: 'xihubei',
    description: '社区人多车多、车位少，旁边的三中有近9000名学生，上下学和上下班的高峰时段路上很堵。',
    departments: jam,
    timeline: [
      told('whistle'),
      ...arrivals(jam),
      told('plan', {
        department: 'zhihuibu',
        text: '指挥部把五个部门和社区、物业召集到一起，办法有五条：\n- 错开上下学时间\n- 开校车\n- 公交站后移\n- 增加物业人手\n- 设置隔离栏',
      }),
    ],
    status: 'reported-resolved',
    outcome: '报道说，现在车流有序。',
  },
]
