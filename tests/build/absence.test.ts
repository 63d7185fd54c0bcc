import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestCms, type TestCms } from '../support/newsroom/cmsDatabase.ts'
import { openTestPublisher, type TestPublisher } from '../support/newsroom/testPublisher.ts'

let cms: TestCms
let site: TestPublisher
const CASE = 'WS-2022-000001'
/** One canary a private field; letters that no text of ours holds. */
const PRIVATE = {
  reporterName: 'zqcanaryname',
  reporterPhone: 'zqcanaryphone',
  internalNote: 'zqcanarynote',
  originalName: 'zqcanaryfile',
  draft: 'zqcanarydraft',
  user: 'zqcanaryuser',
  latitude: 'zqcanarygps',
}
const PUBLIC = 'zqcanarypublic'

async function change(address: string, body: object): Promise<void> {
  const answer = await cms.rest('publisher', 'PATCH', address, body)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
}

beforeAll(async () => {
  cms = await openTestCms(undefined, 3)
  site = await openTestPublisher(cms)
  const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#888' } })
    .withExif({
      IFD0: { ImageDescription: PRIVATE.latitude },
      IFD3: { GPSLatitude: '28/1 41/1 0/1', GPSLatitudeRef: 'N' },
    })
    .jpeg()
    .toBuffer()
  expect(photo.includes(PRIVATE.latitude), 'the planted photo carries its place').toBe(true)
  const form = new FormData()
  form.append(
    'file',
    new File([new Uint8Array(photo)], `${PRIVATE.originalName}.jpg`, { type: 'image/jpeg' }),
  )
  form.append('_payload', JSON.stringify({ alt: '外墙', stage: 'before', looked: 'clear' }))
  const uploaded = await cms.rest('publisher', 'POST', 'media', form)
  expect(uploaded.status, JSON.stringify(uploaded.body)).toBe(201)
  await cms.payload.create({
    collection: 'users',
    data: {
      email: `${PRIVATE.user}@example.org`,
      name: PRIVATE.user,
      password: 'a long enough password',
      role: 'publisher',
    },
  })
  const { draft: _draft, user: _user, latitude: _latitude, originalName: _name, ...fields } = PRIVATE
  const answer = await cms.rest('publisher', 'PATCH', `cases?where[reference][equals]=${CASE}`, {
    ...fields,
    description: `东山墙的瓷砖成片鼓起。${PUBLIC}。`,
    photos: [(uploaded.body.doc as { id: number }).id],
    _status: 'published',
  })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  await cms.rest('publisher', 'PATCH', 'cases?where[reference][equals]=WS-2022-000002&draft=true', {
    title: PRIVATE.draft,
  })
  // What people say for a duty is public, a pending draft of what they call a department is not.
  await change('duties?where[code][equals]=1-1', { wordings: PUBLIC, _status: 'published' })
  await change('departments?where[slug][equals]=chengjian&draft=true', { otherNames: PRIVATE.draft })
  await site.publisher.compare(false)
  await site.publisher.followWithSearch()
  // So that search has a recent part, too.
  await change(`cases?where[reference][equals]=${CASE}`, { place: '东门', _status: 'published' })
  await site.publish()
})
afterAll(() => cms.close())

/** Every published file with its bytes, compressed ones opened: pages, tables, snapshot, photos, search. */
function published(): { file: string; bytes: Buffer }[] {
  const root = realpathSync(path.join(cms.dataDir, 'public', 'tree'))
  const files: { file: string; bytes: Buffer }[] = []
  const walk = (folder: string, address: string) => {
    for (const name of readdirSync(folder)) {
      const file = path.join(folder, name)
      if (statSync(file).isDirectory()) walk(file, `${address}${name}/`)
      else files.push({ file: address + name, bytes: opened(name, readFileSync(file)) })
    }
  }
  walk(root, '')
  files.push({ file: 'release.json', bytes: readFileSync(path.join(cms.dataDir, 'public', 'release.json')) })
  return files
}

function opened(name: string, bytes: Buffer): Buffer {
  if (name.endsWith('.br')) return brotliDecompressSync(bytes)
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes
}

/** Files that hold a word, in whatever way its letters are written. */
function holding(word: string): string[] {
  const little = Buffer.from(word, 'utf16le')
  const forms = [Buffer.from(word), little, Buffer.from(little).swap16()]
  return published()
    .filter(({ bytes }) => forms.some((form) => bytes.includes(form)))
    .map(({ file }) => file)
}

test('a canary in a public field is found in the page, the record, the table, the snapshot and all of search', () => {
  const found = holding(PUBLIC)
  for (const part of [
    `${CASE}.html`,
    `${CASE}.json`,
    /data\/cases\.csv/,
    /data\/cases\.json/,
    /0000\.ndjson/,
    /search\/duties\.js/,
    /search\/recent\.json/,
    /search\/[0-9a-f]{16}\//,
    /search\/pagefind-/,
  ])
    expect(
      found.some((file) => (typeof part === 'string' ? file.includes(part) : part.test(file))),
      `${part}`,
    ).toBe(true)
})

test.each(Object.entries(PRIVATE))(
  'a canary in the private field %s is in no published byte',
  (_field, canary) => {
    expect(holding(canary)).toEqual([])
  },
)

test('the published photo is there and carries no metadata', async () => {
  const photos = published().filter((f) => f.file.startsWith('media/'))
  expect(photos).toHaveLength(1)
  const metadata = await sharp(photos[0]?.bytes).metadata()
  expect([metadata.exif, metadata.xmp, metadata.iptc]).toEqual([undefined, undefined, undefined])
})

test('a record that is not published stands nowhere', async () => {
  await cms.rest('publisher', 'PATCH', `cases?where[reference][equals]=WS-2022-000003`, { _status: 'draft' })
  await site.publish()
  await site.publisher.followWithSearch()
  expect(holding('WS-2022-000003')).toEqual([])
})
