// Runs before each file of a suite whose files share a process: each reads the config anew, with a folder and a database of
// its own. Node's own modules stay loaded, which is most of what a file would wait for.
import { vi } from 'vitest'

vi.resetModules()
const all = globalThis as unknown as Record<PropertyKey, unknown>
// What Payload has opened, and what the newsroom keeps once for a process.
;(all._payload as Map<unknown, unknown> | undefined)?.clear()
for (const key of Object.getOwnPropertySymbols(all))
  if (Symbol.keyFor(key)?.startsWith('shaoxiang.')) delete all[key]
