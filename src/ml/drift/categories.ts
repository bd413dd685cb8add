import type { ColumnBaseline } from '@/values/model'
import type { CodedColumn } from '@/values/table'
import { chiSquaredTest } from './chiSquared'
import { share, type Compared } from './comparison'

/** Bins of their own for the most frequent categories; the rest are taken together. */
const mostBins = 20
const mostNew = 10

/**
 * Compares categories in at most 22 bins: the 20 most frequent of training, its other ones, and those that
 * training never saw.
 */
export function compareCategories(baseline: ColumnBaseline, column: CodedColumn): Compared {
  const now = countNow(column)
  const present = [...now.values()].reduce((sum, count) => sum + count, 0)
  const known = new Set(baseline.categories.map(({ name }) => name))
  const fresh = [...now].filter(([name]) => !known.has(name)).map(([name, count]) => ({ name, count }))
  const bins = binsOf(
    baseline,
    now,
    fresh.reduce((sum, { count }) => sum + count, 0),
  )
  const freeText = isFreeText(baseline)
  return {
    test: 'chi-squared',
    result: freeText ? null : chiSquaredTest(bins.before, bins.now),
    rows: column.codes.length,
    missing: column.codes.length - present,
    bins: { ...(freeText ? whole(baseline, present) : bins), scale: 1 },
    newCategories: freeText ? [] : fresh.sort((a, b) => b.count - a.count).slice(0, mostNew),
    picture: {
      kind: 'categories',
      labels: bins.labels,
      before: bins.before.map((count) => share(count, baseline.count - baseline.missing)),
      now: bins.now.map((count) => share(count, present)),
    },
    freeText,
  }
}

function countNow(column: CodedColumn): Map<string, number> {
  const counts = new Map<string, number>()
  for (const code of column.codes) {
    if (code < 0) continue
    const name = column.dictionary[code]
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return counts
}

function binsOf(baseline: ColumnBaseline, now: Map<string, number>, fresh: number) {
  const named = baseline.categories.slice(0, mostBins)
  const others = baseline.categories.slice(mostBins)
  const total = (counts: number[]): number => counts.reduce((sum, count) => sum + count, 0)
  const present = baseline.count - baseline.missing
  const otherBefore = present - total(named.map(({ count }) => count))
  const otherNow = total(others.map(({ name }) => now.get(name) ?? 0))
  const bins = {
    labels: named.map(({ name }) => name),
    before: named.map(({ count }) => count),
    now: named.map(({ name }) => now.get(name) ?? 0),
  }
  if (otherBefore > 0 || otherNow > 0) add(bins, 'other', otherBefore, otherNow)
  if (fresh > 0) add(bins, 'new', 0, fresh)
  return bins
}

function add(
  bins: { labels: string[]; before: number[]; now: number[] },
  label: string,
  before: number,
  now: number,
): void {
  bins.labels.push(label)
  bins.before.push(before)
  bins.now.push(now)
}

/** More than half of the training values are all different. */
function isFreeText(baseline: ColumnBaseline): boolean {
  const present = baseline.count - baseline.missing
  const listed = baseline.categories.reduce((sum, { count }) => sum + count, 0)
  return baseline.categories.length > 50 && (baseline.categories.length > present / 2 || listed < present / 2)
}

/** One bin for everything that is there. */
const whole = (baseline: ColumnBaseline, present: number) => ({
  before: [baseline.count - baseline.missing],
  now: [present],
})
