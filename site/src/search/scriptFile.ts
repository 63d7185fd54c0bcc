/**
 * Runs a classic script of the site. Unlike a module or a fetch it works from disk too.
 * @throws when the file is not there, or was cut on its way
 */
export function runScript(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.src = address
    script.onload = () => resolve()
    script.onerror = () => {
      script.remove()
      reject(new Error(`${address} 没有打开`))
    }
    document.head.append(script)
  })
}
