import type { CollectionConfig, Field } from 'payload'
import { ROLE_LABELS, ROLES } from '#domain/vocabulary'
import { accountAccess, isAdministratorField, nobody, privateReading } from '../access/rights.ts'
import { env } from '../env.ts'
import { recordChangeOf } from '../history/deedElsewhere.ts'
import { checkPassword } from '../hooks/checkPassword.ts'
import { holdOwnPassword, onePasswordAtATime } from '../hooks/ownPassword.ts'
import { ownTimes } from '../hooks/ownTimes.ts'
import { holdAdministrators, holdEmails, keepPeople } from '../hooks/people.ts'
import { forgetFirstPassword } from '../users/firstEditorFile.ts'

/** What a contributor works for: it says which records are theirs. An administrator fills it in. */
const workplace = (relationTo: 'areas' | 'departments', label: string, description: string): Field => ({
  name: relationTo,
  label,
  type: 'relationship',
  relationTo,
  hasMany: true,
  admin: { description },
  access: { read: privateReading('users'), create: isAdministratorField, update: isAdministratorField },
})

/** The people of the newsroom. Nothing of them is public. */
export const users: CollectionConfig = {
  slug: 'users',
  labels: { singular: '人员', plural: '人员' },
  admin: {
    group: '编辑部',
    useAsTitle: 'name',
    defaultColumns: ['name', 'email', 'role', 'deactivated'],
  },
  auth: {
    tokenExpiration: 8 * 60 * 60,
    // Nobody is locked out: signing in is slowed by address and client instead.
    maxLoginAttempts: 0,
    cookies: { sameSite: 'Lax', secure: env.isSecure },
  },
  access: {
    admin: ({ req }) => req.user !== null && req.user?.deactivated !== true,
    ...accountAccess,
    unlock: nobody,
  },
  hooks: {
    beforeOperation: [onePasswordAtATime],
    beforeChange: [ownTimes, holdOwnPassword, checkPassword, holdEmails, holdAdministrators],
    afterChange: [recordChangeOf('users')],
    beforeDelete: [keepPeople],
    afterLogin: [forgetFirstPassword],
  },
  fields: [
    // Directly below the two lines for the new one.
    {
      name: 'oldPassword',
      label: '现在的密码',
      type: 'text',
      virtual: true,
      admin: { components: { Field: '/components/OldPassword.tsx#OldPassword' } },
    },
    { name: 'name', label: '姓名', type: 'text', required: true },
    // Of others, people see the name: it stands beside what they saved.
    {
      name: 'email',
      label: '邮箱',
      type: 'email',
      required: true,
      unique: true,
      access: { read: privateReading('users') },
    },
    {
      name: 'role',
      label: '角色',
      type: 'select',
      required: true,
      defaultValue: 'contributor',
      options: ROLES.map((value) => ({ value, label: ROLE_LABELS[value] })),
      access: { create: isAdministratorField, update: isAdministratorField },
      saveToJWT: true,
    },
    workplace('areas', '所在区域', '撰稿能写、能看这些地方和它们下面的事项。别的角色不看这一项。'),
    workplace('departments', '所在部门', '撰稿能写、能看由这些部门牵头或配合的。别的角色不看这一项。'),
    {
      name: 'deactivated',
      label: '已停用',
      type: 'checkbox',
      defaultValue: false,
      admin: {
        description: '停用的人不能登录，所有设备马上退出；做过的事还记在他名下。人员只停用，不删除。',
        position: 'sidebar',
      },
      access: { create: isAdministratorField, update: isAdministratorField },
    },
    {
      name: 'endSessions',
      type: 'ui',
      admin: { position: 'sidebar', components: { Field: '/components/EndSessions.tsx#EndSessions' } },
    },
    {
      name: 'passwordIsMade',
      type: 'checkbox',
      defaultValue: false,
      admin: { hidden: true },
      access: { create: () => false, update: () => false },
    },
  ],
}
