import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestCms, type TestCms, type Who } from '../../support/newsroom/cmsDatabase.ts'

/** What must hold of photos on every database. */
export function photoPromises(databaseUrl: () => string | undefined): void {
  let cms: TestCms
  beforeAll(async () => {
    cms = await openTestCms(databaseUrl())
  })
  afterAll(() => cms?.close())

  /** A photo as a telephone takes it: with place, device and orientation. */
  const fromTelephone = (colour: string) =>
    sharp({ create: { width: 60, height: 40, channels: 3, background: colour } })
      .jpeg()
      .withExif({
        IFD0: { Make: 'SecretPhone' },
        IFD3: {
          GPSLatitudeRef: 'N',
          GPSLatitude: '28/1 41/1 0/1',
          GPSLongitudeRef: 'E',
          GPSLongitude: '115/1 58/1 0/1',
        },
      })
      .withMetadata({ orientation: 6 })
      .toBuffer()

  async function upload(who: Who, data: Buffer | string, name: string, type: string) {
    const form = new FormData()
    form.set('file', new File([typeof data === 'string' ? data : new Uint8Array(data)], name, { type }))
    form.set('_payload', JSON.stringify({ alt: '东山墙的瓷砖掉了一片', stage: 'before', looked: 'clear' }))
    return cms.rest(who, 'POST', 'media', form)
  }

  test('a photo is drawn anew without place or device and named by its bytes; its old name stays inside', async () => {
    const jpeg = await fromTelephone('red')
    expect((await sharp(jpeg).metadata()).exif?.toString('latin1')).toContain('SecretPhone')
    const answer = await upload('contributor', jpeg, '张三家门口.jpg', 'image/jpeg')
    expect(answer.status).toBe(201)
    const doc = answer.body.doc as { filename: string; originalName: string; width: number; height: number }
    const stored = readFileSync(path.join(cms.dataDir, 'media', doc.filename))
    expect(doc.filename).toBe(`${createHash('sha256').update(stored).digest('hex')}.webp`)
    expect(doc.originalName).toBe('张三家门口.jpg')
    const { exif, format, width, height } = await sharp(stored).metadata()
    expect({ exif, format, width, height }).toEqual({
      exif: undefined,
      format: 'webp',
      width: 40,
      height: 60,
    })
    expect([doc.width, doc.height]).toEqual([40, 60])
    expect(stored.toString('latin1')).not.toMatch(/SecretPhone|GPS|EXIF/)
  })

  test.each([
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>', 'a.svg', 'image/svg+xml'],
    [
      'an SVG that says it is a photo',
      '\n<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>',
      'a.jpg',
      'image/jpeg',
    ],
    ['a page that says it is a photo', '<html><script>1</script></html>', 'a.png', 'image/png'],
    ['what is no image', 'nothing to see', 'a.jpg', 'image/jpeg'],
  ])('%s is refused', async (_, data, name, type) => {
    expect((await upload('publisher', data, name, type)).status).toBe(400)
    const { docs } = await cms.payload.find({
      collection: 'media',
      where: { originalName: { equals: name } },
    })
    expect(docs).toEqual([])
  })

  test('what is drawn over a photo is painted over before anything is kept, where people see it', async () => {
    const uploadWith = async (more: object) => {
      const form = new FormData()
      form.set(
        'file',
        new File([new Uint8Array(await fromTelephone('yellow'))], 'd.jpg', { type: 'image/jpeg' }),
      )
      form.set('_payload', JSON.stringify({ alt: '车旁的墙', stage: 'before', ...more }))
      return cms.rest('contributor', 'POST', 'media', form)
    }
    const masks = [{ x: 0, y: 0.5, width: 0.5, height: 0.5 }]
    expect((await uploadWith({})).body.errors?.[0]?.message).toContain('人脸、车牌、证件')
    expect((await uploadWith({ looked: 'masked' })).status).toBe(400)
    expect((await uploadWith({ looked: 'clear', masks })).status).toBe(400)
    const { body } = await uploadWith({ looked: 'masked', masks })
    const doc = body.doc as { filename: string; looked: string }
    expect(doc.looked, JSON.stringify(body.errors)).toBe('masked')
    const stored = sharp(path.join(cms.dataDir, 'media', doc.filename))
    const { data, info } = await stored.raw().toBuffer({ resolveWithObject: true })
    const at = (x: number, y: number) => [
      ...data.subarray((y * info.width + x) * info.channels).subarray(0, 3),
    ]
    // Upright it is 40 wide and 60 high: the lower left quarter is dark.
    expect(Math.max(...at(10, 50))).toBeLessThan(60)
    for (const [x, y] of [
      [10, 10],
      [30, 50],
      [30, 10],
    ] as const)
      expect(at(x, y)[0]).toBeGreaterThan(200)
    const whole = readdirSync(path.join(cms.dataDir, 'media')).length
    expect(whole, 'the photo as it came is not kept beside it').toBe(
      (await cms.payload.count({ collection: 'media' })).totalDocs,
    )
  })

  test('the same photo is not stored twice', async () => {
    await upload('publisher', await fromTelephone('blue'), 'a.jpg', 'image/jpeg')
    const again = await upload('publisher', await fromTelephone('blue'), 'b.jpg', 'image/jpeg')
    expect(again.status).toBe(400)
    expect(again.body.errors?.[0]?.message).toContain('已经上传过')
  })

  test('a photo of a published case crosses with its words, is not deleted, and a change of its words corrects the case', async () => {
    const { doc } = (await upload('publisher', await fromTelephone('green'), 'c.jpg', 'image/jpeg')).body as {
      doc: { id: number; filename: string }
    }
    const id = await cms.idOf('cases', 'reference', 'WS-2022-000001')
    expect(
      (await cms.rest('publisher', 'PATCH', `cases/${id}`, { photos: [doc.id], _status: 'published' }))
        .status,
    ).toBe(200)
    const { readPublished } = await import('../../../cms/src/snapshot/readPublished.ts')
    const { rows } = await readPublished(cms.payload, 'cases', ['WS-2022-000001'])
    expect(rows[0]?.photos).toEqual([
      { file: doc.filename, width: 40, height: 60, stage: 'before', alt: '东山墙的瓷砖掉了一片' },
    ])
    const refused = await cms.rest('publisher', 'DELETE', `media/${doc.id}`)
    expect(refused.status).toBe(400)
    expect(refused.body.errors?.[0]?.message).toContain('事项WS-2022-000001')
    expect(existsSync(path.join(cms.dataDir, 'media', doc.filename))).toBe(true)
    await cms.takeOutbox()
    expect((await cms.rest('publisher', 'PATCH', `media/${doc.id}`, { alt: '换一句话' })).status).toBe(200)
    expect(await cms.takeOutbox()).toEqual(['cases WS-2022-000001'])
  })

  test('the words of a photo that somebody else has changed since are not overwritten, and all of them need a basis', async () => {
    const { doc } = (await upload('editor', await fromTelephone('black'), 'd.jpg', 'image/jpeg')).body as {
      doc: { id: number; updatedAt: string }
    }
    const save = (body: object) => cms.rest('editor', 'PATCH', `media/${doc.id}`, body)
    expect((await save({ alt: '甲写的话', basedOn: doc.updatedAt })).status).toBe(200)
    const late = await save({ alt: '乙写的话', stage: 'before', basedOn: doc.updatedAt })
    expect([late.status, late.body.errors]).toEqual([
      409,
      [
        expect.objectContaining({
          data: expect.objectContaining({
            fields: [expect.objectContaining({ field: 'alt', theirs: '甲写的话', yours: '乙写的话' })],
          }),
        }),
      ],
    ])
    expect((await save({ alt: '乙写的话', stage: 'before' })).status).toBe(428)
    expect((await save({ stage: 'after' })).status).toBe(200)
    const { body } = await cms.rest('editor', 'GET', `media/${doc.id}`)
    expect([body.alt, body.stage]).toEqual(['甲写的话', 'after'])
  })

  test('a photo and its file are not given to anonymous readers by the newsroom', async () => {
    const { docs } = await cms.payload.find({ collection: 'media', limit: 1 })
    expect((await cms.rest('anonymous', 'GET', `media/file/${docs[0]?.filename}`)).status).toBe(401)
    expect((await cms.rest('editor', 'GET', `media/file/${docs[0]?.filename}`)).status).toBe(200)
  })
}
