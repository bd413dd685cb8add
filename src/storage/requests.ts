import Dexie, { liveQuery } from 'dexie'
import type { LoggedAnswer, LoggedRequest, Traffic } from '@/contract/run'
import { database, type StoredRequest } from './database'

/** What the log of one endpoint keeps at most; the oldest requests are dropped first. */
export const requestLimits = { requests: 2000, rows: 50_000 }
/** Trimming reads the log, so it is done only now and then. */
const trimEvery = 50
/** Requests that are shown at once. */
const shown = 200

/**
 * Remembers what an endpoint was asked, for the person and for the monitoring. Where the device is full, the older half
 * of the log makes room: models and workflows are never dropped for it.
 */
export async function logRequest(name: string, request: LoggedRequest): Promise<void> {
  const entry = { ...firstRows(request, requestLimits.rows), name } as StoredRequest
  const id = await addRequest(entry)
  if (id % trimEvery === 0 || entry.rows.length > requestLimits.rows / trimEvery) await trimRequests(name)
}

async function addRequest(entry: StoredRequest): Promise<number> {
  try {
    return await database.requests.add(entry)
  } catch (error) {
    const kept = await database.requests.count()
    if (kept === 0) throw error
    await dropRequests(
      await database.requests
        .orderBy('id')
        .limit(Math.ceil(kept / 2))
        .toArray(),
    )
    return database.requests.add(entry)
  }
}

function firstRows(request: LoggedRequest, most: number): LoggedRequest {
  if (request.rows.length <= most) return request
  const { rows, ids, answer, shadow } = request
  return {
    ...request,
    rows: rows.slice(0, most),
    ...(ids ? { ids: ids.slice(0, most) } : {}),
    ...(answer ? { answer: firstAnswers(answer, most) } : {}),
    ...(shadow ? { shadow: 'error' in shadow ? shadow : firstAnswers(shadow, most) } : {}),
  }
}

const firstAnswers = ({ version, predictions, scores }: LoggedAnswer, most: number): LoggedAnswer => ({
  version,
  predictions: predictions.slice(0, most),
  ...(scores ? { scores: scores.slice(0, most) } : {}),
})

async function trimRequests(name: string): Promise<void> {
  await database.transaction('rw', database.requests, database.settings, async () => {
    const requests = await requestsAfter(name, -Infinity).toArray()
    let rows = 0
    let kept = 0
    const dropped = requests.reverse().filter((request) => {
      rows += request.rows.length
      kept++
      return kept > requestLimits.requests || rows > requestLimits.rows
    })
    await dropRequests(dropped)
  })
}

const droppedKey = (name: string): string => `dropped-requests/${name}`

/** Counts what is dropped, so that it can be said. */
async function dropRequests(dropped: readonly StoredRequest[]): Promise<void> {
  await database.requests.bulkDelete(dropped.map(({ id }) => id))
  for (const name of new Set(dropped.map((request) => request.name))) {
    const more = dropped.filter((request) => request.name === name).length
    await database.settings.put({ key: droppedKey(name), value: (await droppedOf(name)) + more })
  }
}

const droppedOf = async (name: string): Promise<number> =>
  Number((await database.settings.get(droppedKey(name)))?.value ?? 0)

const requestsAfter = (name: string, at: number) =>
  database.requests.where('[name+at]').between([name, at], [name, Infinity], true, true)

/** What an endpoint was asked at or after a moment, oldest first. */
export const requestsSince = (name: string, epochMs: number): Promise<LoggedRequest[]> =>
  requestsAfter(name, epochMs).toArray()

export async function forgetRequests(name: string): Promise<void> {
  await database.requests.where('[name+at]').between([name, Dexie.minKey], [name, Dexie.maxKey]).delete()
  await database.settings.delete(droppedKey(name))
}

/** Tells what an endpoint was asked, now and with every further request, from any tab. @returns how to stop it. */
export function watchTraffic(name: string, tell: (traffic: Traffic) => void): () => void {
  const watching = liveQuery(async () => {
    const all = requestsAfter(name, -Infinity)
    const [newest, total] = await Promise.all([
      all.reverse().limit(shown).toArray(),
      requestsAfter(name, -Infinity).count(),
    ])
    return { newest, total, dropped: await droppedOf(name) }
  }).subscribe({ next: tell })
  return () => watching.unsubscribe()
}
