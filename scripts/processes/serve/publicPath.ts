/** What a request's path asks for: a file of the tree, or nothing that can be there. */
export type PublicPath = {
  file: string
  /** The name changes whenever the content does. */
  isHashed: boolean
  /** Open tabs may still ask for it after a switch. */
  keptFromEarlier: boolean
  /** It shows records: earlier versions must go when a record is withdrawn. */
  showsRecords: boolean
}

/**
 * Reads the path of a request (still percent-encoded, without query).
 * @returns null for what is never served: broken encoding, dotfiles, steps upwards, compressed twins by name
 */
export function readPublicPath(raw: string): PublicPath | null {
  const decoded = decode(raw)
  if (decoded === null || !decoded.startsWith('/') || /[\0\\]/.test(decoded)) return null
  const file = decoded.endsWith('/') ? `${decoded.slice(1)}index.html` : decoded.slice(1)
  if (file.split('/').some((part) => part === '' || part.startsWith('.'))) return null
  if (/\.(br|gz)$/.test(file)) return null
  const isAsset = file.startsWith('_astro/')
  const isSearch = /^search\/[^/]+\//.test(file)
  const isMedia = file.startsWith('media/')
  return {
    file,
    isHashed: isAsset || isSearch || isMedia,
    keptFromEarlier: isAsset || isSearch,
    showsRecords: isSearch || isMedia,
  }
}

function decode(raw: string): string | null {
  try {
    return decodeURIComponent(raw)
  } catch {
    return null
  }
}
