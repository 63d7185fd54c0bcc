import type { EmailAdapter } from 'payload'

/** There is no mail: a forgotten password is replaced by an administrator, or by `npm run editor -- --reset`. */
export const noMail: EmailAdapter = () => ({
  name: 'none',
  defaultFromAddress: 'nobody@shaoxiang.invalid',
  defaultFromName: '哨响',
  sendEmail: async () => undefined,
})
