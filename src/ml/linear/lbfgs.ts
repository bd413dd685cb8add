export interface Evaluation {
  value: number
  gradient: Float64Array
}

export interface Minimisation {
  start: Float64Array
  evaluate(point: Float64Array): Promise<Evaluation>
  /** Rough second derivative along each coordinate, above 0: what the first steps are scaled by. */
  curvature: Float64Array
  /** Done when no scaled slope is larger. */
  tolerance: number
  maxIterations: number
  onIteration?(iteration: number, value: number): void
}

export interface Minimum {
  point: Float64Array
  values: number[]
  converged: boolean
}

const remembered = 10
const sufficient = 1e-4
const mostHalvings = 40

/**
 * L-BFGS for a smooth convex function (Nocedal & Wright, Numerical Optimization, algorithms 7.4 and 7.5). A step is
 * accepted by the approximate Wolfe test of Hager & Zhang (2005) too, which compares slopes: near the minimum the
 * value itself has no digits left in float32.
 */
export async function minimise(task: Minimisation): Promise<Minimum> {
  let point = task.start
  let current = await task.evaluate(point)
  const memory: Update[] = []
  const values = [current.value]
  for (let iteration = 1; iteration <= task.maxIterations; iteration++) {
    if (steepest(current.gradient, task.curvature) <= task.tolerance)
      return { point, values, converged: true }
    const direction = descent(current.gradient, memory, task.curvature)
    const step = await search(task, point, current, direction)
    // No step helps: float32 has no better answer, which is good enough when the slope is small.
    if (!step)
      return { point, values, converged: steepest(current.gradient, task.curvature) <= 100 * task.tolerance }
    remember(memory, difference(step.point, point), difference(step.at.gradient, current.gradient))
    point = step.point
    current = step.at
    values.push(current.value)
    task.onIteration?.(iteration, current.value)
  }
  return { point, values, converged: steepest(current.gradient, task.curvature) <= task.tolerance }
}

interface Update {
  s: Float64Array
  y: Float64Array
  inverse: number
}

function remember(memory: Update[], s: Float64Array, y: Float64Array): void {
  const product = dot(s, y)
  if (!(product > 1e-14 * Math.sqrt(dot(s, s) * dot(y, y)))) return
  memory.push({ s, y, inverse: 1 / product })
  if (memory.length > remembered) memory.shift()
}

/** Two-loop recursion: minus the inverse Hessian, as far as it is known, times the gradient. */
function descent(gradient: Float64Array, memory: readonly Update[], curvature: Float64Array): Float64Array {
  const q = gradient.map((value) => -value)
  const alphas = memory.map(() => 0)
  for (let i = memory.length - 1; i >= 0; i--) {
    alphas[i] = memory[i].inverse * dot(memory[i].s, q)
    add(q, memory[i].y, -alphas[i])
  }
  const scale = initialScale(memory.at(-1), curvature)
  const r = q.map((value, i) => (value * scale) / curvature[i])
  memory.forEach(({ s, y, inverse }, i) => add(r, s, alphas[i] - inverse * dot(y, r)))
  return r
}

function initialScale(last: Update | undefined, curvature: Float64Array): number {
  if (!last) return 1
  return 1 / (last.inverse * last.y.reduce((sum, value, i) => sum + (value * value) / curvature[i], 0))
}

async function search(task: Minimisation, from: Float64Array, current: Evaluation, direction: Float64Array) {
  const slope = dot(current.gradient, direction)
  if (!(slope < 0)) return null
  for (let length = 1, halving = 0; halving < mostHalvings; halving++, length /= 2) {
    const point = from.map((value, i) => value + length * direction[i])
    const at = await task.evaluate(point)
    const enough = at.value <= current.value + sufficient * length * slope
    const level = at.value <= current.value + 1e-6 * Math.abs(current.value)
    const flatter = Math.abs(dot(at.gradient, direction)) <= 0.9 * Math.abs(slope)
    if (enough || (level && flatter)) return { point, at }
  }
  return null
}

function steepest(gradient: Float64Array, curvature: Float64Array): number {
  return gradient.reduce(
    (largest, value, i) => Math.max(largest, Math.abs(value) / Math.sqrt(curvature[i])),
    0,
  )
}

const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, value, i) => sum + value * b[i], 0)
const difference = (a: Float64Array, b: Float64Array): Float64Array => a.map((value, i) => value - b[i])

function add(target: Float64Array, values: Float64Array, factor: number): void {
  for (let i = 0; i < target.length; i++) target[i] += factor * values[i]
}
