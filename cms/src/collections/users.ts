import type { CollectionConfig } from 'payload'
import { ROLE_LABELS, ROLES } from '#domain/vocabulary'
import { isAdministrator, isAdministratorField, nobody, selfOrAdministrator } from '../access/roles.ts'
import { env } from '../env.ts'
import { checkPassword } from '../hooks/checkPassword.ts'
import { holdOwnPassword, onePasswordAtATime } from '../hooks/ownPassword.ts'
import { ownTimes } from '../hooks/ownTimes.ts'
import { holdAdministrators, holdEmails, keepPeople } from '../hooks/people.ts'
import { forgetFirstPassword } from '../users/firstEditorFile.ts'

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
    create: isAdministrator,
    read: selfOrAdministrator,
    update: selfOrAdministrator,
    delete: nobody,
    unlock: nobody,
    readVersions: nobody,
  },
  hooks: {
    beforeOperation: [onePasswordAtATime],
    beforeChange: [ownTimes, holdOwnPassword, checkPassword, holdEmails, holdAdministrators],
    beforeDelete: [keepPeople],
    afterLogin: [forgetFirstPassword],
  },
  fields: [
    { name: 'name', label: '姓名', type: 'text', required: true },
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
      name: 'oldPassword',
      label: '现在的密码',
      type: 'text',
      virtual: true,
      admin: { components: { Field: '/components/OldPassword.tsx#OldPassword' } },
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
