import type { PageKind } from '../context.ts'
import { ACCESSIBILITY } from '../urls.ts'
import { type Frame, frameOf } from './frame.ts'

export type AccessibilityView = { frame: Frame; contact: string | null }

/** What the site does for readers who see, hear or move with difficulty, and whom to tell of a hindrance. */
export const accessibilityKind: PageKind<AccessibilityView> = {
  pattern: /^accessibility\.html$/,
  paths: () => [ACCESSIBILITY],
  view: (_params, { world }) => ({
    frame: frameOf(
      ACCESSIBILITY,
      { title: '无障碍', description: '本站怎样让看不清、听不见、用不了鼠标的人也能用。' },
      world,
    ),
    contact: world.snapshot.settings.contact ?? null,
  }),
  affectedBy: () => [],
  countedToAsOf: () => [],
}
