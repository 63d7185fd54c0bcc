import { readdirSync, readFileSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestCms, type TestCms } from '../support/cmsDatabase.ts'
import { openTestPublisher, type TestPublisher } from '../support/testPublisher.ts'

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
  form.append('_payload', JSON.stringify({ alt: '外墙', stage: 'before' }))
  const uploaded = await cms.rest('editor', 'POST', 'media', form)
  expect(uploaded.status, JSON.stringify(uploaded.body)).toBe(201)
  await cms.payload.create({
    collection: 'users',
    data: {
      email: `${PRIVATE.user}@example.org`,
      name: PRIVATE.user,
      password: 'a long enough password',
      role: 'editor',
    },
  })
  const { draft: _draft, user: _user, latitude: _latitude, originalName: _name, ...fields } = PRIVATE
  const answer = await cms.rest('editor', 'PATCH', `cases?where[reference][equals]=${CASE}`, {
    ...fields,
    description: `东山墙的瓷砖成片鼓起。${PUBLIC}。`,
    photos: [(uploaded.body.doc as { id: number }).id],
    _status: 'published',
  })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  await cms.rest('editor', 'PATCH', 'cases?where[reference][equals]=WS-2022-000002&draft=true', {
    title: PRIVATE.draft,
  })
  await site.publisher.compare(false)
  await site.publisher.followWithSearch()
})
afterAll(() => cms.close())

/** Every published byte, compressed files opened: pages, tables, snapshot, photos and the search index. */
function published(): { file: string; text: string }[] {
  const root = realpathSync(path.join(cms.dataDir, 'public', 'tree'))
  const files: { file: string; text: string }[] = []
  const walk = (folder: string) => {
    for (const name of readdirSync(folder)) {
      const file = path.join(folder, name)
      let entries: string[] | null = null
      try {
        entries = readdirSync(file)
      } catch {
        entries = null
      }
      if (entries) walk(file)
      else files.push({ file, text: textOf(readFileSync(file)) })
    }
  }
  walk(root)
  files.push({
    file: 'release.json',
    text: readFileSync(path.join(cms.dataDir, 'public', 'release.json'), 'utf8'),
  })
  return files
}

function textOf(bytes: Buffer): string {
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b
  return `${bytes.toString('latin1')}${isGzip ? gunzipSync(bytes).toString('utf8') : bytes.toString('utf8')}`
}

test('a canary in a public field is found in the page, the record, the table, the snapshot and the search index', () => {
  const found = published()
    .filter((f) => f.text.includes(PUBLIC))
    .map((f) => f.file)
  for (const part of [
    `${CASE}.html`,
    `${CASE}.json`,
    'data/cases.csv',
    'data/cases.json',
    '0000.ndjson',
    'search/',
  ])
    expect(
      found.some((f) => f.includes(part)),
      part,
    ).toBe(true)
})

test.each(Object.entries(PRIVATE))(
  'a canary in the private field %s is in no published byte',
  (_field, canary) => {
    expect(
      published()
        .filter((f) => f.text.includes(canary))
        .map((f) => f.file),
    ).toEqual([])
  },
)

test('the published photo is there and carries no metadata', async () => {
  const photos = published().filter((f) => f.file.includes('/media/'))
  expect(photos).toHaveLength(1)
  const metadata = await sharp(photos[0]?.file as string).metadata()
  expect([metadata.exif, metadata.xmp, metadata.iptc]).toEqual([undefined, undefined, undefined])
})

test('a record that is not published stands nowhere', async () => {
  await cms.rest('editor', 'PATCH', `cases?where[reference][equals]=WS-2022-000003`, { _status: 'draft' })
  await site.publish()
  await site.publisher.followWithSearch()
  expect(
    published()
      .filter((f) => f.text.includes('WS-2022-000003'))
      .map((f) => f.file),
  ).toEqual([])
})
