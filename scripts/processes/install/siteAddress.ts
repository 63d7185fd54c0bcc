import type { Payload } from 'payload'
import { EXIT, Refusal } from '../command/refusal.ts'

/**
 * Fills the public address of the site settings on a new database; afterwards only editors change it.
 * @param isNew nobody has ever been able to sign in
 * @throws {Refusal} 4 when SITE_URL says something else than the settings of a database in use
 */
export async function settleSiteAddress(
  payload: Payload,
  siteUrl: string | undefined,
  isNew: boolean,
): Promise<void> {
  if (siteUrl === undefined) return
  const settings = await payload.findGlobal({ slug: 'site-settings', depth: 0 })
  if (settings.publicAddress === siteUrl) return
  if (!isNew)
    throw new Refusal(
      `SITE_URL 是 ${siteUrl}，本站设置里的公开网址是 ${settings.publicAddress || '空的'}。请在编辑部“本站设置”里改公开网址，或去掉 SITE_URL 再启动`,
      EXIT.data,
    )
  if (!settings.name)
    throw new Refusal(
      '本站设置还是空的，SITE_URL 没有地方写。请先不带 SITE_URL 启动，在编辑部填好本站设置',
      EXIT.data,
    )
  // Not an act of publication: it must not move the day to which shipped content is counted.
  await payload.updateGlobal({
    slug: 'site-settings',
    data: { publicAddress: siteUrl },
    context: { loading: true, quiet: true },
  })
}
