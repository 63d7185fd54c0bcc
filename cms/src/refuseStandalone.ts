import { MongoClient } from 'mongodb'

const ANSWER_WITHIN = 8000

/**
 * Refuses a MongoDB that could not keep a promise: one that does not answer, is no replica set (then there are no
 * transactions), or is another one than the address names. Changes nothing.
 * @param url an address with `replicaSet=`
 * @throws in words, with what to do
 */
export async function refuseStandalone(url: string): Promise<void> {
  const wanted = new URLSearchParams(url.slice(url.indexOf('?'))).get('replicaSet')
  const hosts = /^mongodb(?:\+srv)?:\/\/(?:[^@/]*@)?([^/?]+)/.exec(url)?.[1] ?? url
  for (const host of hosts.split(',')) {
    const is = await setNameOf(url, host)
    if (is === undefined) continue
    if (is === null)
      throw new Error(
        `MongoDB（${host}）不是副本集：没有副本集就没有事务，保存到一半的记录可能被公开。请用 mongod --replSet ${wanted} 启动它，运行一次 rs.initiate()，再启动本系统`,
      )
    if (is !== wanted)
      throw new Error(
        `MongoDB（${host}）的副本集叫 ${is}，DATABASE_URL 写的是 ${wanted}：请改正 DATABASE_URL`,
      )
    return
  }
  throw new Error(`连不上 MongoDB（${hosts}）：请检查它是否在运行、DATABASE_URL 的地址和密码对不对`)
}

/** Name of the replica set that a server belongs to; null when it belongs to none, undefined when it does not answer. */
async function setNameOf(url: string, host: string): Promise<string | null | undefined> {
  // A name that is looked up leads to the members by itself: it is asked as it stands.
  const isLookedUp = url.startsWith('mongodb+srv:')
  const alone = isLookedUp
    ? url
    : url
        .replace(/(\/\/(?:[^@/]*@)?)[^/?]+/, `$1${host}`)
        .replace(/([?&])replicaSet=[^&]*&?/, '$1')
        .replace(/[?&]$/, '')
  const client = new MongoClient(alone, {
    directConnection: !isLookedUp,
    serverSelectionTimeoutMS: ANSWER_WITHIN,
    connectTimeoutMS: ANSWER_WITHIN,
  })
  try {
    const hello = await client.db('admin').command({ hello: 1 })
    return (hello.setName as string | undefined) ?? null
  } catch {
    return undefined
  } finally {
    await client.close()
  }
}
