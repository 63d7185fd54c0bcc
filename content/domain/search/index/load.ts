/** Reads a file of the site by its path relative to the root, whole and unpacked; throws when it cannot. */
export type Load = (path: string) => Promise<Uint8Array>

/** A piece of the index that did not come, or not whole. No number may be printed after it. */
export class LoadFailed extends Error {
  override name = 'LoadFailed'
  readonly path: string
  constructor(path: string, why: string) {
    super(`搜索要用的文件没有装好（${path}）：${why}`)
    this.path = path
  }
}

/** The site has no index yet: its first one is still being made. */
export class NoIndexYet extends Error {
  override name = 'NoIndexYet'
  constructor() {
    super('搜索索引还没有做好')
  }
}
