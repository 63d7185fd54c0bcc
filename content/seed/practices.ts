import type { Practice } from '#domain/records/practice'
import { ARTICLE, SHIPPED } from './shipped.ts'

const common = { needs: [], sources: [ARTICLE], ...SHIPPED }

/** The ways of working that the article describes; what it does not say of them is absent. */
export const practices: Practice[] = [
  {
    ...common,
    slug: 'shanzhi-chuangjian-shifan',
    title: '“善治小区（村）”创建示范',
    place: '南昌高新区',
    area: 'gaoxinqu',
    summary: '村社吹哨、部门报到，群众吹哨、干部报到：村社既能吹哨，也能结案。',
    problem: '牵涉几个部门的事，职责不清，转来转去，村社自己解决不了。',
    steps: [
      '列出权责清单，7大类141项，涉及几个部门的事写明牵头部门、责任部门和责任人。',
      '把吹哨的权力和结案的权力都交给村社。',
      '成立由区主要领导牵头的指挥部，每周开交账会，分管领导带部门到现场。',
      '对久拖不决的事和报到慢、不上心的部门和人，发提醒函、交办单、督办单，跟踪进度，启动问责。',
      '把民政、城管、信访等原有网格并成一张治理网格，党支部（党小组）建在网格上。',
    ],
    cases: [],
  },
  {
    ...common,
    slug: 'xingfu-yuanzhuohui',
    title: '“幸福圆桌会”',
    place: '西湖区',
    summary: '干部和居民坐到一起，面对面商量事情。',
    steps: ['干部与居民面对面议事。'],
    cases: [],
  },
  {
    ...common,
    slug: 'yinghuochong-xingdong',
    title: '“萤火虫”行动',
    place: '安义县',
    summary: '不分白天黑夜，给居民的诉求开一趟直通车。',
    steps: ['夜访。', '夜谈。', '夜议。', '夜查。', '夜学。'],
    cases: [],
  },
  {
    ...common,
    slug: 'cuofeng-shangxiaxue',
    title: '错峰上下学等综合治堵',
    place: '溪湖北社区',
    area: 'xihubei',
    summary: '学校、交警、公交、物业一起动手，缓解学校旁边的高峰拥堵。',
    problem: '社区人多车多、车位少，旁边的三中有近9000名学生，上下学和上下班高峰很堵。',
    steps: ['上下学时间错开。', '开校车。', '公交站后移。', '增加物业人手。', '设置隔离栏。'],
    result: '报道说，现在车流有序。',
    cases: [],
  },
  {
    ...common,
    slug: 'baoli-jinxiangbin-huanjing',
    title: '保利金香槟小区环境整治的结果',
    place: '保利金香槟小区',
    area: 'baoli-jinxiangbin',
    summary: '报道只说了结果，没有说谁吹的哨、谁办的、怎么办的，所以这里也只有结果。',
    steps: [],
    result: '半空拉的充电线没有了，电动自行车停放有序，路上的流动摊点没有了。',
    cases: [],
  },
]
