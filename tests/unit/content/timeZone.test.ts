import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { canonicalJson, sha256 } from '#domain/snapshot'
import { generateSample } from '../../../content/sample/generate.ts'

const ZONES = ['Asia/Shanghai', 'UTC', 'America/Los_Angeles', 'America/New_York', 'Pacific/Kiritimati']
const CASES = 60

const SCRIPT = `
import { canonicalJson, sha256 } from '#domain/snapshot'
import { generateSample } from './content/sample/generate.ts'
console.log(sha256(canonicalJson(generateSample({ cases: ${CASES} }))))
`

test('the demonstration is the same bytes whatever the time zone of the machine', () => {
  const hashes = ZONES.map((TZ) =>
    execFileSync(process.execPath, ['--input-type=module', '--eval', SCRIPT], {
      env: { ...process.env, TZ },
      encoding: 'utf8',
    }).trim(),
  )
  expect(new Set(hashes)).toEqual(new Set([sha256(canonicalJson(generateSample({ cases: CASES })))]))
})
