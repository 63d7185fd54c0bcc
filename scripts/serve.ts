import { readProcessEnvironment } from './processes/command/environment.ts'
import { siteServer } from './processes/serve/siteServer.ts'

// The public side over HTTP; reports over IPC when it listens.
const { dataDir, HOST, SITE_PORT } = readProcessEnvironment()
const server = siteServer(dataDir)
await server.listen({ host: HOST, port: SITE_PORT })
process.send?.({ ready: true })
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(0))
