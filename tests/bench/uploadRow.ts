import sharp from 'sharp'
import { type BenchFigure, summary } from './measure.ts'
import { NewsroomClient } from './newsroomClient.ts'
import { startProduct } from './product.ts'
import type { RowOptions } from './rows.ts'

/** How much longer a save may take beside the largest photo than alone, in milliseconds. */
const MOST_LONGER = 1000
/** Photos that are uploaded, one after the other. */
const PHOTOS = 3

/** What somebody who saves feels of another who uploads the largest photo that is taken: both measured in this run. */
export async function uploadRow({ size, dataDir, times, say }: RowOptions): Promise<BenchFigure[]> {
  const product = await startProduct(dataDir)
  try {
    const newsroom = await NewsroomClient.signIn(product.state.admin)
    const { id } = await newsroom.record('cases', 'reference', 'DEMO-2022-000010')
    let serial = 0
    const save = async () => {
      const began = performance.now()
      return (await newsroom.change('cases', id, { place: `第${++serial}处`, _status: 'published' })) - began
    }
    const alone: number[] = []
    for (let i = 0; i < times; i++) alone.push(await save())
    const beside: number[] = []
    for (let i = 0; i < PHOTOS; i++) {
      const photo = await largestPhoto()
      let uploading = true
      const upload = newsroom.upload(photo, '上传的照片').finally(() => {
        uploading = false
      })
      while (uploading) beside.push(await save())
      await upload
      say(
        `${size} 件：上传 ${Math.round(photo.length / 1e6)} MB 的照片时保存，最慢 ${Math.round(Math.max(...beside))} 毫秒`,
      )
    }
    const target = summary(alone).worst + MOST_LONGER
    const of = (what: string, values: number[]) => ({
      row: 'upload',
      size,
      what,
      unit: 'ms',
      ...summary(values),
    })
    return [of('保存：没有人上传', alone), { ...of('保存：有人在上传最大的照片', beside), target }]
  } finally {
    await product.stop()
  }
}

/** Forty million pixels of noise, which no encoder makes small: 28 of the 30 MB that are taken. */
function largestPhoto(): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 24 } as const
  return sharp({ create: { width: 8000, height: 5000, channels: 3, background: 'gray', noise } })
    .jpeg({ quality: 95 })
    .toBuffer()
}
