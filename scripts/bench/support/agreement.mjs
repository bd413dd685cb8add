/** How alike the answers of two sides are; answers are a list of numbers a row. */

export const accuracy = (answers, truth) => {
  const right = answers.filter((row, at) => row.indexOf(Math.max(...row)) === truth[at])
  return right.length / truth.length
}

export function rSquared(answers, truth) {
  const mean = truth.reduce((sum, value) => sum + value, 0) / truth.length
  const total = truth.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return 1 - truth.reduce((sum, value, at) => sum + (value - answers[at][0]) ** 2, 0) / total
}

export function largestDifference(ours, theirs) {
  let most = 0
  ours.forEach((row, at) =>
    row.forEach((value, i) => (most = Math.max(most, Math.abs(value - theirs[at][i])))),
  )
  return most
}

/** Sum of the squared distances of rows from the mean of their group. */
export function withinGroups(rows, labels) {
  const groups = new Map()
  labels.forEach((label, row) => groups.set(label, [...(groups.get(label) ?? []), row]))
  let sum = 0
  for (const members of groups.values())
    for (let i = 0; i < rows[0].length; i++) {
      const mean = members.reduce((total, row) => total + rows[row][i], 0) / members.length
      for (const row of members) sum += (rows[row][i] - mean) ** 2
    }
  return sum
}

/** Adjusted Rand index (Hubert and Arabie 1985). */
export function adjustedRand(a, b) {
  const pairs = (counts) => [...counts.values()].reduce((sum, n) => sum + (n * (n - 1)) / 2, 0)
  const tally = (keys) => {
    const counts = new Map()
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
    return pairs(counts)
  }
  const [both, ours, theirs] = [tally(a.map((own, at) => `${own} ${b[at]}`)), tally(a), tally(b)]
  const chance = (ours * theirs) / ((a.length * (a.length - 1)) / 2)
  const most = (ours + theirs) / 2
  return most === chance ? 1 : (both - chance) / (most - chance)
}

/** Spearman's correlation of the ranks; ties have their mean rank. */
export function rankCorrelation(a, b) {
  const [x, y] = [ranks(a), ranks(b)]
  const middle = (a.length - 1) / 2
  let [xy, xx, yy] = [0, 0, 0]
  x.forEach((own, at) => {
    xy += (own - middle) * (y[at] - middle)
    xx += (own - middle) ** 2
    yy += (y[at] - middle) ** 2
  })
  return xy / Math.sqrt(xx * yy)
}

function ranks(values) {
  const order = [...values.keys()].sort((a, b) => values[a] - values[b])
  const found = new Array(values.length)
  for (let from = 0; from < order.length;) {
    let to = from
    while (to < order.length && values[order[to]] === values[order[from]]) to++
    for (let at = from; at < to; at++) found[order[at]] = (from + to - 1) / 2
    from = to
  }
  return found
}
