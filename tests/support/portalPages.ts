/** One page of every kind that the founding article fills. */
export const PAGES = [
  'index.html',
  'cases/index.html',
  'cases/2022/0000/PRESS-2022-000004.html',
  'cases/2022/0000/PRESS-2022-000001.html',
  'cases/by/state/handling/index.html',
  'duties/index.html',
  'departments/index.html',
  'departments/chengjian.html',
  'areas/index.html',
  'areas/maqiu.html',
  'practices/index.html',
  'statistics/index.html',
  'figures/resolution-rate.html',
  'figures/arrival-time.html',
  'sources/index.html',
  'sources/nanchang-ribao-2022-11.html',
  'notices/index.html',
  'review-meetings/index.html',
  'data/index.html',
  'mechanism.html',
  'search.html',
  '404.html',
]
/** Media types of the files that an exported folder holds. */
export const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
}
