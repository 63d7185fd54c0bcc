import type { Snapshot } from '#domain/records/snapshot'
import type { SiteSetting } from '../payload-types.ts'
import { known } from './reader.ts'

/** The public fields of the site settings, and no other. */
export function toSiteSettings(d: SiteSetting) {
  return {
    name: known(d.name),
    scope: known(d.scope),
    tagline: known(d.tagline),
    publicAddress: known(d.publicAddress),
    sitePath: known(d.sitePath),
    hostName: known(d.hostName),
    hostDomain: known(d.hostDomain),
    siteIdCode: known(d.siteIdCode),
    organiser: known(d.organiser),
    contact: known(d.contact),
    licence: known(d.licence),
    licenceUrl: known(d.licenceUrl),
    icpNumber: known(d.icpNumber),
    policeNumber: known(d.policeNumber),
    complaints: known(d.complaints),
    errorReport: known(d.errorReport),
    whistleWho: known(d.whistleWho),
    whistleWhere: known(d.whistleWhere),
    whistleWhat: known(d.whistleWhat),
    whistleTime: known(d.whistleTime),
    whistleNobody: known(d.whistleNobody),
    smallPlace: known(d.smallPlace),
    dutyCategories: (d.dutyCategories ?? []).map((c) => ({
      number: known(c.number),
      title: known(c.title),
      origin: known(c.origin),
    })),
  } satisfies { [K in keyof Snapshot['settings']]-?: unknown }
}
