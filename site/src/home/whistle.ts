import type { SiteSettings } from '#domain/records/siteSettings'
import type { PageKind } from '../context.ts'
import { type Frame, frameOf } from '../frame/frame.ts'
import { type TextBlock, textBlocks } from '../frame/textBlocks.ts'
import { recordPath, WHISTLE } from '../urls.ts'

/** A part of the page; the part that tells what happens next is drawn and has no words of the settings. */
export type WhistleSlot = { heading: string; blocks: TextBlock[]; isDrawn: boolean }
export type WhistleView = {
  frame: Frame
  slots: WhistleSlot[]
  complaints: string | null
  contact: string | null
  mechanism: string
}

const NEXT = '接下来会怎样'
/** Heads of the page in the order of a matter, and the setting that fills each. */
const SLOTS: readonly (readonly [heading: string, setting: keyof SiteSettings | null])[] = [
  ['谁可以吹哨', 'whistleWho'],
  ['到哪里说', 'whistleWhere'],
  ['说清什么', 'whistleWhat'],
  [NEXT, null],
  ['要多久', 'whistleTime'],
  ['没人来怎么办', 'whistleNobody'],
]

/** How one whistles: what the office has written, and the four steps. What it has not written is left out. */
export const whistleKind: PageKind<WhistleView> = {
  pattern: /^whistle\.html$/,
  paths: () => [WHISTLE],
  view: (_params, { world }) => {
    const { settings } = world.snapshot
    return {
      frame: frameOf(
        WHISTLE,
        { title: '怎样吹哨', description: '谁可以吹哨、到哪里说、接下来会怎样、没人来怎么办。' },
        world,
      ),
      slots: SLOTS.flatMap(([heading, setting]) => {
        const text = setting ? settings[setting] : undefined
        if (setting && typeof text !== 'string') return []
        return [
          { heading, blocks: typeof text === 'string' ? textBlocks(text) : [], isDrawn: setting === null },
        ]
      }),
      complaints: settings.complaints ?? null,
      contact: settings.contact ?? null,
      mechanism: recordPath('pages', 'mechanism'),
    }
  },
  affectedBy: () => [],
  countedToAsOf: () => [],
}
