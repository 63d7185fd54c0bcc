/* Payload's own frame for the admin. */
import config from '../../payload.config.ts'
import '@payloadcms/next/css'
import '../../components/acts.css'
import '../../form/newsroom.css'
import '../../form/panels.css'
import '../../handbook/handbook.css'
import '../../rehearsal/rehearsal.css'
import '../../importDesk/importDesk.css'
import { handleServerFunctions, RootLayout } from '@payloadcms/next/layouts'
import { headers } from 'next/headers'
import { getPayload, type ServerFunctionClient } from 'payload'
import type { ReactNode } from 'react'
import { asOneCaller } from '../../caller.ts'
import { askedFunction } from '../../functions/askedFunction.ts'
import { whoAsks } from '../../rest/whoAsks.ts'
import { importMap } from './admin/importMap.js'

const serverFunction: ServerFunctionClient = async (args) => {
  'use server'
  const payload = await getPayload({ config })
  const asked = await askedFunction(payload, await whoAsks(payload, await headers()), args)
  if (typeof asked === 'string') return { errors: [{ message: asked }] }
  return asOneCaller(() => handleServerFunctions({ ...asked, config, importMap }), true)
}

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <RootLayout config={config} importMap={importMap} serverFunction={serverFunction}>
      {children}
    </RootLayout>
  )
}
