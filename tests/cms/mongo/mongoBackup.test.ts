import { MongoClient } from 'mongodb'
import { expect, test } from 'vitest'
import { onMongo } from '../../support/newsroom/onMongo.ts'
import { backupPromises } from '../suites/backup.suite.ts'

await onMongo('cms-mongo-backup', 'a backup of MongoDB', ({ url }) => {
  const elsewhere = (name: string) => url.replace('/shaoxiang', `/shaoxiang-${name}`)
  backupPromises(() => url, elsewhere)

  test('what was restored has its indexes again when it was opened: no reference comes twice', async () => {
    const client = await MongoClient.connect(elsewhere('same'))
    const indexes = await client.db().collection('cases').indexes()
    await client.close()
    expect(indexes).toContainEqual(expect.objectContaining({ key: { reference: 1 }, unique: true }))
  })
})
