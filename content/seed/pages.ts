import type { Page } from '#domain/records/page'
import { ARTICLE, SHIPPED } from './shipped.ts'

/** How the mechanism works, as far as the article tells it. People appear by their post only. */
export const pages: Page[] = [
  {
    slug: 'mechanism',
    title: '这套机制怎样运转',
    summary: '村社遇到自己解决不了的事就吹哨，部门到现场报到，办得怎么样由村社结案。',
    sections: [
      {
        heading: '谁来吹哨，谁来结案',
        text: [
          '从2022年初起，南昌高新区在“善治小区（村）”创建示范活动里实行“村社吹哨、部门报到”和“群众吹哨、干部报到”。',
          '村社有两项权力：一是吹哨，二是结案。部门说办完了还不算，要村社结案。',
        ].join('\n\n'),
      },
      {
        heading: '清单：什么事该谁来',
        text: [
          '权责清单写在《南昌高新区“善治小区（村）”创建示范工作实施方案》里，一共7大类141项。报道没有逐项列出，所以本站不知道的就不写。',
          '涉及几个部门的事，清单写明三样：',
          '- 牵头部门\n- 责任部门\n- 责任人',
        ].join('\n\n'),
      },
      {
        heading: '指挥部和交账会',
        text: '区里成立指挥部，由区主要领导牵头。每周开一次交账会，分管领导带着部门到现场去。',
      },
      {
        heading: '办得慢怎么办',
        text: [
          '事情久拖不决，部门或个人报到慢、不上心的，发三种文书：',
          '- 《提醒函》\n- 《交办单》\n- 《督办单》',
          '发出以后跟踪进度，启动问责。',
        ].join('\n\n'),
      },
      {
        heading: '一张网格',
        text: '原来民政、城管、信访等各有各的网格，现在并成一张治理网格。党支部（党小组）建在网格上，书记同时是网格长，在职党员也参加进来。',
      },
      {
        heading: '两句话',
        text: '报道里说到的要求是“事不完，人不走”和“小事不出村社，大事不出镇处”。',
      },
      {
        heading: '报道里说话的人',
        text: [
          '本站只写职务：',
          '- 刘城村党委书记、村委会主任\n- 上上城社区党委书记\n- 广安村党委书记\n- 高新区应急管理局副局长\n- 指挥部副指挥长（二级巡视员）',
        ].join('\n\n'),
      },
    ],
    sources: [ARTICLE],
    ...SHIPPED,
  },
]
