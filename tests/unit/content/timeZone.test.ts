import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { canonicalJson, sha256 } from '#domain/records/snapshot'
import { generateSample } from '../../../content/sample/generate.ts'

const ZONES = ['Asia/Shanghai', 'UTC', 'America/Los_Angeles', 'Pacific/Kiritimati']
const CASES = 60

const SCRIPT = `
import { canonicalJson, sha256 } from '#domain/records/snapshot'
import { generateSample } from './content/sample/generate.ts'
console.log(sha256(canonicalJson(generateSample({ cases: ${CASES} }))))
`

test('the demonstration is the same bytes whatever the time zone of the machine', async () => {
  const run = promisify(execFile)
  const hashes = await Promise.all(
    ZONES.map(async (TZ) => {
      const env = { ...process.env, TZ }
      const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', SCRIPT], { env })
      return stdout.trim()
    }),
  )
  expect(new Set(hashes)).toEqual(new Set([sha256(canonicalJson(generateSample({ cases: CASES })))]))
}, 120_000)
