import type { PageKind } from '../context.ts'
import { NOT_FOUND } from '../urls.ts'
import { type Frame, frameOf } from './frame.ts'

/** The page for addresses that do not exist. It may stand at any address, so its links start at the site's path. */
export type NotFoundView = { frame: Frame; sitePath: string }

export const notFoundKind: PageKind<NotFoundView> = {
  pattern: /^404\.html$/,
  paths: () => [NOT_FOUND],
  view: (_params, { world }) => ({
    frame: frameOf(
      NOT_FOUND,
      {
        title: '没有这一页',
        description: '这个地址没有公开的页面。',
      },
      world,
    ),
    sitePath: world.snapshot.settings.sitePath ?? '/',
  }),
  affectedBy: () => [],
  countedToAsOf: () => [],
}
