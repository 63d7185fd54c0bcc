import { scopeOf } from '#domain/scope'
import type { World } from '#domain/world/world'
import { dateWords } from '../format.ts'
import type { Section } from '../urls.ts'
import { COLUMNS, type Column } from './columns.ts'

/** What stands around the content of every page: head, nameplate, labels, stamp, foot. */
export type Frame = {
  /** Address of the page, relative to the root of the site. */
  path: string
  title: string
  description: string
  site: { name: string; scope: string; tagline: string }
  /** Host's labels, each only where the host has given it. */
  host: { siteName?: string; siteDomain?: string; siteIdCode?: string; canonical?: string }
  /** Lines of the foot; one with an address is a link. */
  foot: { label: string; text: string; href?: string }[]
  /** The section of the navigation that the page belongs to. */
  section: Section | 'home' | 'search' | 'mechanism' | null
  /** Labels of a column page; null on others. */
  column: (Column & { keywords: string }) | null
  /** Labels of a page about one record; null on others. */
  article: { title: string; pubDate: string; source: string } | null
  /** When and why the record was last published, for the stamp line; null on pages that are no record. */
  act: string | null
  /** Whole address of the page, printed with its QR code; null where nobody carries the sheet on, or the site has no address. */
  printed: string | null
  /** Sentence of the band 演示数据; null where nothing on the page is invented. */
  demo: string | null
}

/** Sections whose records are printed and handed on. */
const PRINTED: readonly Frame['section'][] = ['cases', 'notices', 'duties']

/** A record as the frame needs it. */
export type FramedRecord = {
  origin: string
  publishedOn: string
  publishedTime?: string | undefined
  changedOn: string
  changeNote?: string | undefined
  /** Keys of its sources; the first of them is named as where it comes from. */
  sources?: readonly string[]
  /** Who published it, where the record is a source itself. */
  publisher?: string
}

export type FrameOptions = {
  title: string
  description: string
  section?: Frame['section']
  keywords?: readonly string[]
  /** The record that the page is about. */
  record?: FramedRecord
  /** Sentence for the band; `true` for the usual one. A page about a sample record has it by itself. */
  demo?: string | boolean
}

export const DEMO_PAGE = '本页的事项、地点、部门表现和数字，都是为展示软件而虚构的，不是真实情况。'
const DEMO_PARTS = '本页标着“演示”的内容，都是为展示软件而虚构的，不是真实情况。'

/** Section of an address: `duties/3-47.html` → duties. */
function sectionOf(path: string): Frame['section'] {
  const first = path.split('/')[0] as string
  if (path === 'index.html') return 'home'
  if (path === 'search.html') return 'search'
  if (path === 'mechanism.html') return 'mechanism'
  if (first === 'figures' || first === 'lists') return 'statistics'
  return first in COLUMNS ? (first as Section) : null
}

/** The words of the band 演示数据, or null. */
function demoWords(o: FrameOptions): string | null {
  if (typeof o.demo === 'string') return o.demo
  if (o.record && scopeOf(o.record) === 'sample') return DEMO_PAGE
  return o.demo ? DEMO_PARTS : null
}

/** The frame of a page. Everything that it prints is in it, so that the page's hash covers it. */
export function frameOf(path: string, o: FrameOptions, world: World): Frame {
  const s = world.snapshot.settings
  const section = o.section ?? sectionOf(path)
  const organiser = s.organiser ?? `${s.scope}${s.name}`
  const foot = [
    ['主办单位', s.organiser],
    ['联系方式', s.contact],
    ['投诉监督', s.complaints],
    ['网站标识码', s.siteIdCode],
    ['数据许可', s.licenceUrl ? undefined : s.licence],
    ['ICP备案号', s.icpNumber],
    ['公安备案号', s.policeNumber],
  ].flatMap(([label, text]): Frame['foot'] => (label && text ? [{ label, text }] : []))
  if (s.licence && s.licenceUrl) foot.push({ label: `数据许可：${s.licence}`, text: '', href: s.licenceUrl })
  if (s.errorReport) foot.push({ label: '我为政府网站找错', text: '', href: s.errorReport })
  const canonical = s.publicAddress ? new URL(path, s.publicAddress.replace(/\/?$/, '/')).href : null
  return {
    path,
    title: o.title,
    description: o.description,
    site: { name: s.name, scope: s.scope, tagline: s.tagline },
    host: {
      ...(s.hostName ? { siteName: s.hostName } : {}),
      ...(s.hostDomain ? { siteDomain: s.hostDomain } : {}),
      ...(s.siteIdCode ? { siteIdCode: s.siteIdCode } : {}),
      ...(canonical ? { canonical } : {}),
    },
    foot,
    section,
    column: section
      ? {
          ...COLUMNS[section],
          keywords: [...(o.keywords ?? []), s.scope, '村社吹哨', '部门报到'].join(','),
        }
      : null,
    article: o.record
      ? { title: o.title, pubDate: pubDateOf(o.record), source: sourceOf(o.record, world) ?? organiser }
      : null,
    printed: o.record && PRINTED.includes(section) ? canonical : null,
    act: o.record ? actWords(o.record) : null,
    demo: demoWords(o),
  }
}

/** When a record was first public, to the minute where that is known. */
const pubDateOf = ({ publishedOn, publishedTime }: FramedRecord) =>
  publishedTime ? `${publishedOn} ${publishedTime}` : publishedOn

/** Who first published what a record says; undefined where nobody did before this site. */
function sourceOf({ publisher, sources }: FramedRecord, world: World): string | undefined {
  const first = sources?.[0]
  return publisher ?? (first === undefined ? undefined : world.need('sources', first).publisher)
}

function actWords(record: FramedRecord): string {
  const first = `${dateWords(record.publishedOn)}首次公开`
  if (record.changedOn === record.publishedOn && !record.changeNote) return first
  return `${first}，${dateWords(record.changedOn)}更新${record.changeNote ? `：${record.changeNote}` : ''}`
}
