import type { HandbookTask } from '../handbookTask.ts'

/** What those do who look over, publish, correct and take back. */
export const PUBLISHING_TASKS: readonly HandbookTask[] = [
  {
    id: 'look-over',
    title: '看交上来的草稿',
    who: ['cases', 'return'],
    steps: [
      '首页列着交上来的，点开看；可以直接改，也可以按{step:return}，写清为什么。',
      '编辑不发布；看好了，请{role:publisher}批准。',
    ],
  },
  {
    id: 'publish',
    title: '批准、发布、定时',
    who: ['cases', 'publish'],
    steps: [
      '发布以前看预演：哪些页、哪些数字会变，从几变成几。',
      '按{:version:publishChanges}马上公开；交上来的按{step:approve}，写明看过的是哪一版，再发布才公开；{step:schedule}写北京时间，到时自己公开。',
      '批准和定时说的是这一版：后来又有人存了，就不算数，会告诉你。',
      '没能公开的，首页第一行是红的，写着是哪一条、为什么。',
    ],
  },
  {
    id: 'correct',
    title: '更正已经公开的',
    who: ['cases', 'publish'],
    picture: 'way',
    steps: [
      '改好以后，{cases.changeNote}写改了什么、为什么，读者看得到。只在经过后面加新的事，不用写。',
      '再选{cases.changeKind}：{change:correction}是改错，{change:addition}是添上，{change:erratum}只用于错别字，不能动数字、日期和状态。',
    ],
  },
  {
    id: 'withdraw',
    title: '撤下',
    who: ['cases', 'publish'],
    picture: 'withdrawal',
    steps: [
      '打开那一条，按上面的{!撤下}，选{!为什么撤下}，再写几个字。页面、数表里的行、照片和搜索结果一起消失，那个地址说没有这一页；理由记在历史里。',
      '涉及隐私的先撤下，再改；改好可以重新公开，编号不变。',
    ],
  },
  {
    id: 'bin',
    title: '放进回收站',
    who: ['cases', 'delete'],
    steps: [
      '写错的、重复的，打开那一条，按上面的{!放进回收站}：公开的会同时撤下，一样要理由。30天里可以在列表的回收站里打开它，按{!从回收站拿回}，拿回来是草稿；30天后清掉，编号不再给别的。',
      '列表里勾上几条，可以一起公开、撤下、放进回收站：先说是哪几条、动到哪些页面，一个理由管一批；有一条不行，就一条也不动。',
    ],
  },
]
