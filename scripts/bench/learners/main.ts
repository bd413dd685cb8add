/**
 * Deals jobs over workers: `await window.turn(jobs)` gives how long all took (and the learning alone, where it is in parts), how well each did, and a hash of each model.
 * Several jobs (the folds of a cross-validation) and the parts of a job go to as many workers as are asked for, one for
 * each core otherwise; a job in one part is one worker's.
 */
import type { Asked, Done, Job } from './worker'

type Weights = NonNullable<Done['weights']>

const workers: Worker[] = []
const workerAt = (place: number): Worker =>
  (workers[place] ??= new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }))

const ask = (worker: Worker, asked: Asked): Promise<Done> =>
  new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Done>) => resolve(data)
    worker.onerror = ({ message }) => reject(new Error(message))
    worker.postMessage(asked)
  })

/** One piece of work for whichever worker is free; it may give the next one. */
type Task = (worker: Worker) => Promise<void>

async function turn(jobs: Job[], most = navigator.hardwareConcurrency) {
  const first = workerAt(0)
  await ask(first, { load: jobs[0].data })
  const counts: number[] = []
  for (const job of jobs) counts.push((await ask(first, { count: job })).count!)
  const done: Done[] = []
  const learned: number[] = []
  const tasks = jobs.flatMap((job, at) =>
    tasksOf(job, counts[at], {
      onLearned: () => learned.push(performance.now()),
      onDone: (one) => (done[at] = one),
    }),
  )
  const used = Array.from({ length: Math.min(tasks.length, most) }, (_, place) => workerAt(place))
  // Reading the file is not measured.
  await Promise.all(used.map((worker) => ask(worker, { load: jobs[0].data })))
  const start = performance.now()
  await Promise.all(
    used.map(async (worker) => {
      for (let task = tasks.shift(); task; task = tasks.shift()) await task(worker)
    }),
  )
  const ms = performance.now() - start
  const learnMs = Math.max(...learned) - start
  return { ms, learnMs, scores: done.map(({ score }) => score!), prints: done.map(({ print }) => print!) }
}

interface Told {
  onLearned(): void
  onDone(done: Done): void
}

function tasksOf(job: Job, count: number, { onLearned, onDone }: Told): Task[] {
  if (count === 1) return [async (worker) => onDone(await ask(worker, { whole: job }))]
  const learned: Weights[] = []
  let left = count
  return Array.from({ length: count }, (_, index): Task => async (worker) => {
    learned[index] = (await ask(worker, { job, part: { index, of: count } })).weights!
    onLearned()
    if (--left === 0) onDone(await ask(worker, { judge: job, learned }))
  })
}

Object.assign(window, { turn })
