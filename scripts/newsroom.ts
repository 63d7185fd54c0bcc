import path from 'node:path'
import next from 'next'
import { onRehearsalWanted, WANTS_REHEARSAL } from '#host/rehearsalSocket'
import { ROOT, readProcessEnvironment } from './processes/command/environment.ts'
import { newsroomServer } from './processes/serve/newsroomServer.ts'

// The admin and its REST over HTTP.
const { HOST, CMS_PORT } = readProcessEnvironment()
const app = next({ dev: false, dir: path.join(ROOT, 'cms'), hostname: HOST, port: CMS_PORT })
await app.prepare()
const handle = app.getRequestHandler()
newsroomServer((request, response) => void handle(request, response)).listen(CMS_PORT, HOST)
onRehearsalWanted(() => process.send?.(WANTS_REHEARSAL))
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(0))
