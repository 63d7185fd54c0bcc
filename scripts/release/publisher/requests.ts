import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { writeBeside } from '../../processes/children/writeBeside.ts'

const request = z.object({ full: z.boolean() })
const answer = z.object({ code: z.number().int(), message: z.string() })
export type ReleaseAnswer = z.infer<typeof answer>

/** The box in which `npm run release` hands its wish to a running publisher: `DATA_DIR/requests`. */
export class RequestBox {
  private readonly folder: string

  constructor(dataDir: string) {
    this.folder = join(dataDir, 'requests')
    mkdirSync(this.folder, { recursive: true })
  }

  /** Puts a request; the number finds its answer. */
  ask(full: boolean): string {
    const id = `${Date.now()}-${process.pid}`
    this.writeWhole(`${id}.json`, { full })
    return id
  }

  /** The next request that nobody has answered, or null. */
  next(): { id: string; full: boolean } | null {
    const name = readdirSync(this.folder)
      .filter((n) => /^[\d-]+\.json$/.test(n))
      .sort()[0]
    if (!name) return null
    return {
      id: name.replace('.json', ''),
      ...request.parse(JSON.parse(readFileSync(join(this.folder, name), 'utf8'))),
    }
  }

  /** Answers a request and takes it out of the box. */
  reply(id: string, result: ReleaseAnswer): void {
    this.writeWhole(`${id}.answer`, result)
    rmSync(join(this.folder, `${id}.json`), { force: true })
  }

  /** The answer to a request, taken out of the box; null while there is none. */
  answerTo(id: string): ReleaseAnswer | null {
    const path = join(this.folder, `${id}.answer`)
    if (!existsSync(path)) return null
    const read = answer.parse(JSON.parse(readFileSync(path, 'utf8')))
    rmSync(path)
    return read
  }

  private writeWhole(name: string, value: unknown): void {
    writeBeside(join(this.folder, name), JSON.stringify(value))
  }
}
