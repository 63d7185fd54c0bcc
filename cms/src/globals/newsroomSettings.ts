import type { GlobalConfig } from 'payload'
import { globalAccessOf } from '../access/rights.ts'
import { recordChangeOfGlobal } from '../history/deedElsewhere.ts'
import { globalOwnTimes } from '../hooks/ownTimes.ts'

/** How the newsroom works. Nothing of it is public: it is no part of the snapshot. */
export const newsroomSettings: GlobalConfig = {
  slug: 'newsroom-settings',
  label: '编辑部设置',
  admin: { group: '编辑部' },
  access: globalAccessOf('newsroom-settings'),
  versions: { max: 0 },
  hooks: { beforeValidate: [globalOwnTimes], afterChange: [recordChangeOfGlobal('newsroom-settings')] },
  fields: [
    {
      name: 'fourEyes',
      label: '两人原则',
      type: 'checkbox',
      defaultValue: false,
      admin: {
        description:
          '打开以后，谁也不能批准或发布自己最后保存的内容：要另一位发布人来批准。撤下不受这一条限制。',
      },
    },
  ],
}
