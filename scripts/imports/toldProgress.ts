/** Of so many records, one line. */
const EVERY = 1000

/** Tells how far something is, now and then. */
export function toldProgress(what: string, say: (line: string) => void): (done: number, of: number) => void {
  let told = 0
  return (done, of) => {
    if (done < told) told = 0
    if (done - told < EVERY && done < of) return
    told = done
    say(`${what}：${done} / ${of}`)
  }
}
