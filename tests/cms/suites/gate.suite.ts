import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestCms, type TestCms, type Who } from '../../support/newsroom/cmsDatabase.ts'
import { oddBodyPromises } from './oddBodies.suite.ts'
import { pendingDraftPromises } from './pendingDraft.suite.ts'

const kB = 1024
const MB = 1024 * kB

/** What must hold on every database before Payload is asked. */
export function gatePromises(databaseUrl: () => string | undefined): void {
  let cms: TestCms
  beforeAll(async () => {
    cms = await openTestCms(databaseUrl(), 3)
  })
  afterAll(() => cms?.close())
  const sentence = (answer: { body: { errors?: { message: string }[] } }) =>
    answer.body.errors?.[0]?.message ?? ''

  describe('how much is taken in', () => {
    /** A body that is made while it is read; tells how much of it was. */
    function stream(size: number) {
      const piece = new Uint8Array(64 * kB).fill(32)
      let sent = 0
      const body = new ReadableStream<Uint8Array>({
        pull(controller) {
          if (sent >= size) return controller.close()
          controller.enqueue(piece)
          sent += piece.byteLength
        },
      })
      return { body, sent: () => sent }
    }
    const send = async (who: Who, address: string, size: number, type: string, says: boolean) => {
      const { body, sent } = stream(size)
      const headers = new Headers({ 'content-type': type })
      if (who !== 'anonymous') headers.set('authorization', `JWT ${cms.tokens[who]}`)
      if (says) headers.set('content-length', String(size))
      const request = new Request(`http://127.0.0.1:3000/api/${address}`, {
        method: 'POST',
        headers,
        body,
        duplex: 'half',
      } as RequestInit)
      const answer = await cms.ask(request)
      return { status: answer.status, words: await answer.text(), taken: sent() }
    }

    test.each([
      ['anonymous', 'users/login', 64 * kB],
      ['contributor', 'cases', 2 * MB],
      ['administrator', 'users', 2 * MB],
      ['contributor', 'media', 30 * MB],
    ] as const)(
      '%s at %s: no more than the bound, by what its length says and while it is read',
      async (who, address, most) => {
        const type = address === 'media' ? 'multipart/form-data; boundary=x' : 'application/json'
        for (const says of [true, false]) {
          const over = await send(who, address, 500 * MB, type, says)
          expect([says, over.status, over.words]).toEqual([says, 413, expect.stringContaining('内容太大')])
          expect(over.taken).toBeLessThanOrEqual(says ? 256 * kB : most + 256 * kB)
          const within = await send(who, address, most - 64 * kB, type, says)
          expect([says, within.status]).toEqual([
            says,
            expect.not.toSatisfy((s: number) => s === 413 || s >= 500),
          ])
        }
      },
    )

    test('without a session nothing but signing in, out and health takes anything in at all', async () => {
      for (const address of ['media', 'cases', 'users/reset-password', 'globals/synonyms', 'nothing']) {
        const { status, taken } = await send('anonymous', address, 500 * MB, 'application/json', false)
        expect([address, status]).toEqual([address, expect.toSatisfy((s: number) => s === 401 || s === 403)])
        expect(taken).toBeLessThanOrEqual(256 * kB)
      }
    })
  })

  describe('what is asked for', () => {
    test('one answer holds at most 500 records, or 100 with what they name, also when all are asked for', async () => {
      for (const address of ['cases', 'cases/versions', 'acts', 'users'])
        for (const [depth, most] of [
          ['', 500],
          ['&depth=0', 500],
          ['&depth=1', 100],
          ['&depth=2', 100],
          ['&depth=999', 100],
        ] as const) {
          for (const limit of ['limit=0', 'limit=501', 'limit=999999999', 'limit=00'])
            expect([
              address,
              limit,
              depth,
              (await cms.rest('publisher', 'GET', `${address}?${limit}${depth}`)).body.limit,
            ]).toEqual([address, limit, depth, most])
          const few = await cms.rest('publisher', 'GET', `${address}?limit=2${depth}`)
          expect(few.body.limit).toBe(2)
        }
      for (const query of ['limit=1&limit=9999', 'limit[]=9999', 'depth=0&depth=2', 'limit[0]=1'])
        expect([query, (await cms.rest('publisher', 'GET', `cases?${query}`)).status]).toEqual([query, 400])
    })

    test('more records than one answer holds are not answered because no limit is named', async () => {
      const before = await cms.payload.count({ collection: 'departments' })
      for (let n = before.totalDocs; n <= 101; n++)
        await cms.rest('publisher', 'POST', 'departments', { slug: `duo-${n}`, name: `多${n}` })
      for (const query of ['pagination=false&depth=1', 'limit=0&depth=2', 'pagination=0&depth=2']) {
        const { body } = await cms.rest('publisher', 'GET', `departments?${query}`)
        expect([query, (body.docs as unknown[]).length <= 100]).toEqual([query, true])
      }
    })

    test('nothing is sorted or filtered by what the asker cannot read, in any spelling', async () => {
      const secret = [
        'hash',
        'salt',
        'sessions.id',
        'resetPasswordToken',
        'updatedBy.hash',
        'updatedBy.email',
        'updatedBy.role',
        'lead.name',
        'area.parent.slug',
        'version.updatedBy.hash',
        'parent.updatedBy.email',
      ]
      for (const address of [
        'cases',
        'users',
        'cases/versions',
        'media',
        'payload-locked-documents',
        'cases/count',
      ])
        for (const path of secret) {
          const [head, ...rest] = path.split('.')
          const spellings = [
            `sort=${path}`,
            `sort=-${path}`,
            `sort=id,${path}`,
            `where[${path}][exists]=true`,
            `where[or][0][and][0][${path}][like]=a`,
            `where%5B${path}%5D%5Bequals%5D=a`,
            `where[${[head, ...rest].join('][')}][equals]=a`,
          ]
          for (const query of spellings) {
            const answer = await cms.rest('publisher', 'GET', `${address}?${query}`)
            expect([address, query, answer.status]).toEqual([address, query, 400])
            const posted = await cms.ask(
              new Request(`http://127.0.0.1:3000/api/${address}`, {
                method: 'POST',
                headers: {
                  authorization: `JWT ${cms.tokens.publisher}`,
                  'content-type': 'application/x-www-form-urlencoded',
                  'x-payload-http-method-override': 'GET',
                },
                body: query,
              }),
            )
            expect([address, query, 'posted', posted.status]).toEqual([address, query, 'posted', 400])
          }
        }
      const fine = await cms.rest(
        'publisher',
        'GET',
        'cases?sort=-updatedAt&where[timeline.kind][equals]=whistle',
      )
      expect(fine.status).toBe(200)
    })
  })

  describe('photos', () => {
    const upload = (who: Who, data: Buffer, name = 'a.png', type = 'image/png') => {
      const form = new FormData()
      form.set('file', new File([new Uint8Array(data)], name, { type }))
      form.set('_payload', JSON.stringify({ alt: '墙', stage: 'before', looked: 'clear' }))
      return cms.rest(who, 'POST', 'media', form)
    }
    const plain = (width: number, height: number) =>
      sharp({ create: { width, height, channels: 3, background: 'white' }, limitInputPixels: false })
        .png({ compressionLevel: 9 })
        .toBuffer()

    test('one of more than 40 million pixels is refused in words, however small its file, and a save beside it goes on', async () => {
      const id = await cms.idOf('cases', 'reference', 'WS-2022-000002')
      for (const [width, height] of [
        [10_000, 10_000],
        [40_001, 1000],
      ] as const) {
        const [answer, saved] = await Promise.all([
          upload('contributor', await plain(width, height)),
          cms.rest('publisher', 'PATCH', `cases/${id}`, { place: `${width}`, _status: 'published' }),
        ])
        expect([answer.status, sentence(answer)]).toEqual([400, expect.stringContaining('百万像素')])
        expect(saved.status).toBe(200)
      }
      expect((await upload('contributor', await plain(8000, 5000))).status).toBe(201)
    })

    test('an SVG in whatever wrapping never reaches its reader', async () => {
      const svg =
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
      for (const before of [
        '',
        ' \n',
        '\uFEFF',
        '<?xml version="1.0"?>',
        '<!-- x -->'.repeat(50),
        '<!DOCTYPE svg>',
        '\n'.repeat(300),
      ])
        for (const encoding of ['utf8', 'utf16le'] as const)
          for (const name of ['a.svg', 'a.png', 'a.jpg']) {
            const answer = await upload('publisher', Buffer.from(before + svg, encoding), name, 'image/png')
            expect([before.slice(0, 9), encoding, name, answer.status]).toEqual([
              before.slice(0, 9),
              encoding,
              name,
              400,
            ])
            expect(sentence(answer)).toMatch(/[\u4e00-\u9fff]/)
          }
      await expect(sharp(Buffer.from(svg)).metadata()).rejects.toThrow()
    })

    test('what was not drawn anew is never stored, under whatever name it comes', async () => {
      const data = await plain(5, 5)
      const file = { data, mimetype: 'image/webp', name: `${'0'.repeat(64)}.webp`, size: data.length }
      await expect(
        cms.payload.create({ collection: 'media', data: { alt: '墙', stage: 'before' }, file }),
      ).rejects.toThrow('没有经过处理')
    })

    test('HEIC is not among what the form offers, so that a telephone sends a JPEG; one that comes all the same is told', async () => {
      const { upload: config } = cms.payload.collections.media.config
      expect(config.mimeTypes?.join()).not.toMatch(/hei[cf]/)
      const heic = Buffer.concat([
        Buffer.from([0, 0, 0, 24]),
        Buffer.from('ftypheic\0\0\0\0mif1heic'),
        Buffer.alloc(200),
      ])
      expect(sentence(await upload('publisher', heic, 'a.heic', 'image/heic'))).toContain('JPEG')
    })
  })

  oddBodyPromises(() => cms)
  pendingDraftPromises(() => cms)
}
