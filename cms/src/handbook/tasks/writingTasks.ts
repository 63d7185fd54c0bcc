import type { HandbookTask } from '../handbookTask.ts'

/** What everybody does, and what those do who write. */
export const WRITING_TASKS: readonly HandbookTask[] = [
  {
    id: 'sign-in',
    title: '登录，换自己的密码',
    who: 'everybody',
    steps: [
      '打开编辑部的网址，填{users.email}和密码。',
      '密码是别人给的，登录后先到自己的账户里换掉：写{users.oldPassword}，再写两遍新的，至少8个字。',
      '忘了密码，请管理员在{users}里给你设一个新的；这里不发邮件。用完公家的电脑要退出。',
    ],
  },
  {
    id: 'today',
    title: '看今天要做什么',
    who: 'everybody',
    picture: 'today',
    steps: [
      '登录后的第一页是{!今天要做什么}：按轻重排，红的最急，每一行后面是那几条记录，点开就去办。',
      '左边没有目录时，点左上角的三道横线，它就出来。每一页都有一句话，说你在这里能做什么。',
      '页面上方那一句说公开的网站现在怎样：正在发布、已经上线，还是有一条没能发布、为什么。',
    ],
  },
  {
    id: 'new-case',
    title: '写一件新的事项',
    who: ['cases', 'create'],
    picture: 'case-what',
    steps: [
      '在左边点{cases}，再点上面的新建。编号不用填，第一次保存时给。',
      '{!什么事、在哪}一页：{cases.title}一句话说清哪里、什么事；{cases.kind}和{cases.urgency}照实选，不知道就空着。',
      '{cases.area}选到知道的最细一级；{cases.place}只写到路口、楼栋，不写门牌和户号。',
      '{cases.description}写发生了什么、影响谁、试过什么；{cases.duties}可以选几项，第一项为主。',
      '写到一半也能存：按{:version:saveDraft}，读者看不到草稿。和从前的一件差不多，就打开那一件，按{!像这件一样新建}。',
    ],
  },
  {
    id: 'course',
    title: '记谁来了、什么时候',
    who: ['cases', 'create'],
    picture: 'case-course',
    steps: [
      '{!谁来、经过}一页：在加部门的格里打几个字，选一个，一个部门一行；牵头的那个点一下。',
      '派单、到场、办结的时间照平常的写法，例如 9点半、11月20日 15:00、同上；知道到哪一天就写到哪一天。',
      '别的事（会商、延期、结案、回访）在{cases.timeline}里一条一条加，按先后排。',
    ],
  },
  {
    id: 'result',
    title: '写结果和结案',
    who: ['cases', 'create'],
    picture: 'case-result',
    steps: [
      '{cases.status}由经过得出，经过决定不了的才要你选。',
      '{cases.outcome}写现在怎么样了；还没办完的，{cases.openReason}写能公开的原因。',
      '结案由村社认定：{cases.closedBy}写村社，{cases.evidence}一行一条，写看了什么、谁签了字。{cases.satisfaction}没有做就空着。',
    ],
  },
  {
    id: 'private',
    title: '不写出别人的隐私',
    who: ['cases', 'readPrivate'],
    picture: 'case-private',
    steps: [
      '{cases.reporterName}、{cases.reporterPhone}和{cases.internalNote}只在编辑部里看，永远不公开。别的格都会公开。',
      '公开的格里写了手机号、证件号、门牌，字会标出来：按一下就改成通行的写法，例如 王某、138****。',
      '拿不准的（全名、病情、几栋几户）会问：遮住，或写下为什么要留。没有答的不能公开，草稿照样能存。',
    ],
  },
  {
    id: 'photo',
    title: '上传照片',
    who: ['media', 'create'],
    picture: 'photo',
    steps: [
      '先看照片里有没有人脸、车牌、证件，有就在图上拖出方框盖住：盖住的地方烧进图里，原图不留。',
      '{media.looked}照实选；{media.alt}给看不见图的人写一句话；{media.stage}选之前或之后。',
    ],
  },
  {
    id: 'submit',
    title: '交给编辑',
    who: ['cases', 'submit'],
    picture: 'way',
    steps: [
      '存好以后，在右边的{!办到哪一步}里按{step:submit}，可以留一句话。',
      '退回来的在首页列着，理由写在{!办到哪一步}里：改好，再交一次。交上去以后又改过的，要重新交。',
    ],
  },
  {
    id: 'two-people',
    title: '两个人改了同一条',
    who: ['cases', 'update'],
    steps: [
      '你打开以后别人先存了，你存的时候会看到两边的文字，一项一项选用谁的，再存一次；谁写的都不会丢。',
      '别人正开着，你也可以接手；对方会看到，他没存的字留在他的屏幕上。',
    ],
  },
]
