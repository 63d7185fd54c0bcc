import type { HandbookTask } from '../handbookTask.ts'

/** What concerns whole lists, what has been done, and the newsroom itself. */
export const KEEPING_TASKS: readonly HandbookTask[] = [
  {
    id: 'workbook',
    title: '把列表下载成表格',
    who: ['cases', 'read'],
    picture: 'list',
    steps: [
      '在{cases}、{departments}、{duties}等列表上面按{!下载为工作簿}；先筛选，就只下载筛选出来的。',
      '灰的两头（编号和存于哪一刻）锁着，不要改；别的格改好可以再导入，没有碰过的格不会动。',
    ],
  },
  {
    id: 'import',
    title: '从表格导入',
    who: ['import-mappings', 'create'],
    steps: [
      '登记表、清单都可以导入：先试读，一行一行看会新建、修改什么，问的答好，一行也没有写进去；看清了再写。',
      '哪一列是哪一格、哪个词是什么意思，存成{import-mappings}，下个月接着用。同一份文件再来，什么也不会变。',
    ],
  },
  {
    id: 'history',
    title: '看谁做了什么',
    who: ['history', 'read'],
    picture: 'history',
    steps: [
      '在左边点{history}：{history.when}、{history.personName}、{history.deed}、{history.recordType}、{history.reference}、{history.note}，一行一件，只增不改。',
      '一条记录从前的样子在它自己的历史里，可以两两对照；恢复只做成草稿。不公开的格只记“改了”。',
      '历史串成链：改过、删过、截短过，管服务器的人能查出来。',
    ],
  },
  {
    id: 'people',
    title: '添加人员、重设密码',
    who: ['users', 'create'],
    picture: 'person',
    steps: [
      '在左边点{users}，再点新建：填{users.email}，给一个密码（本人第一次登录要换掉），填{users.name}，{users.role}按下面的分工选。',
      '{role:contributor}只写自己{users.areas}和{users.departments}的草稿；{role:editor}都能写，不发布；{role:publisher}发布和撤下；{role:auditor}看历史，看不到不公开的内容。',
      '人走了不删，勾上{users.deactivated}：他做过的事还要认得出是谁。',
    ],
  },
  {
    id: 'settings',
    title: '改本站设置、开两人原则',
    who: ['newsroom-settings', 'update'],
    picture: 'four-eyes',
    steps: [
      '{newsroom-settings}里的{newsroom-settings.fourEyes}打开以后，谁最后存的，谁就不能批准。',
      '{site-settings}一保存就公开，也要写变更说明。{synonyms}里的词，读者怎么说就怎么写。',
      '备份、恢复、没有管理员能登录时，由管服务器的人按说明书运行命令。',
    ],
  },
]
