import type { CollectionConfig } from 'payload'
import { ROLE_LABELS, ROLES } from '#domain/vocabulary'
import {
  isAdministrator,
  isAdministratorField,
  nobody,
  roleOf,
  selfOrAdministrator,
} from '../access/roles.ts'
import { forgetFirstPassword } from '../users/firstEditorFile.ts'

/** The people of the newsroom. Nothing of them is public. */
export const users: CollectionConfig = {
  slug: 'users',
  labels: { singular: '人员', plural: '人员' },
  admin: { group: '编辑部', useAsTitle: 'name', defaultColumns: ['name', 'email', 'role'] },
  auth: {
    tokenExpiration: 8 * 60 * 60,
    maxLoginAttempts: 5,
    lockTime: 10 * 60 * 1000,
    cookies: { sameSite: 'Lax' },
  },
  access: {
    admin: ({ req }) => roleOf(req) !== null,
    create: isAdministrator,
    read: selfOrAdministrator,
    update: selfOrAdministrator,
    delete: isAdministrator,
    unlock: isAdministrator,
    readVersions: nobody,
  },
  hooks: { afterLogin: [forgetFirstPassword] },
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
  ],
}
