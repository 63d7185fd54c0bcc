import type { PageKind } from '../context.ts'
import { type Frame, frameOf } from '../frame/frame.ts'
import { dataFile, sectionPath } from '../urls.ts'
import { type AreaNode, areaNode, topAreas } from './areaTree.ts'

export type AreasView = {
  frame: Frame
  /** The published tree and the invented one, each under its own head. */
  scopes: { label: string; sample: boolean; top: AreaNode[] }[]
  csv: string
}

const path = () => sectionPath('areas')

export const areasKind: PageKind<AreasView> = {
  pattern: /^areas\/index\.html$/,
  paths: () => [path()],
  view: (_params, { world }) => {
    const top = topAreas(world).map((slug) => areaNode(slug, world))
    return {
      frame: frameOf(
        path(),
        {
          title: '地方',
          description: '按区、镇（管理处）、村社、小区找：哪里吹过哨，还有几件没办完。',
          demo: top.some((a) => a.sample),
        },
        world,
      ),
      scopes: [false, true].flatMap((sample) => {
        const of = top.filter((a) => a.sample === sample)
        return of.length > 0 ? [{ label: sample ? '演示的地方' : '报道和登记里的地方', sample, top: of }] : []
      }),
      csv: dataFile('areas', 'csv'),
    }
  },
  affectedBy: ({ table }) => (table === 'areas' || table === 'cases' ? [path()] : []),
  countedToAsOf: () => [],
}
