import { generatePageMetadata, RootPage } from '@payloadcms/next/views'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { executeAuthStrategies, getPayload } from 'payload'
import config from '../../../../payload.config.ts'
import { mustChangePassword } from '../../../../users/mustChangePassword.ts'
import { importMap } from '../importMap.js'

type Args = {
  params: Promise<{ segments: string[] }>
  searchParams: Promise<{ [key: string]: string | string[] }>
}

/** Where somebody may go who has yet to replace a password that the product made. */
const FOR_EVERYBODY = ['account', 'logout', 'login']

export const generateMetadata = ({ params, searchParams }: Args) =>
  generatePageMetadata({ config, params, searchParams })

export default async function Page({ params, searchParams }: Args) {
  const [first = ''] = (await params).segments ?? []
  if (!FOR_EVERYBODY.includes(first)) {
    const payload = await getPayload({ config })
    const { user } = await executeAuthStrategies({ headers: await headers(), payload })
    if (mustChangePassword(user)) redirect('/admin/account')
  }
  return RootPage({ config, params, searchParams, importMap })
}
