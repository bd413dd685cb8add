import { formatMetric, formatNumber } from '@/base/format'
import { sameJson, type Json } from '@/base/json'
import {
  numberTicks,
  scoreTicks,
  type ParallelAxis,
  type ParallelLine,
} from '@/kit/charts/ParallelCoordinates'
import type { Axis, SearchPicture, TrialRow } from '@/ml/tune/preview'
import { numberAt, placeOf, type NumberDimension } from '@/ml/tune/space'
import { metricInfo } from '@/values/metrics'

/** The picture of the trials of one learner: axes of its settings, then the score. */
export function linesOf(
  picture: SearchPicture,
  learner: number,
  best: number | null,
): { axes: ParallelAxis[]; lines: ParallelLine[] } {
  const { axes } = picture.learners[learner]
  const trials = picture.trials.filter((trial) => trial.learner === learner)
  const [low, high] = scoreRange(picture)
  const score = { title: metricInfo(picture.metric)?.title ?? picture.metric, ticks: scoreTicks(low, high) }
  const place = (value: number) => (high > low ? (value - low) / (high - low) : 0.5)
  return {
    axes: [...axes.map((axis) => toAxis(axis, trials)), score],
    lines: trials.map((trial) => ({
      name: nameOf(trial, axes, score.title),
      at: [
        ...axes.map((axis) => placeOn(axis, trial.values[axis.param])),
        trial.score === null ? null : place(trial.score),
      ],
      good: trial.score === null ? null : goodness(place(trial.score), picture),
      best: trial.number === best,
    })),
  }
}

const goodness = (place: number, { direction }: SearchPicture): number =>
  direction === 'lower' ? 1 - place : place

function scoreRange({ trials }: SearchPicture): [number, number] {
  const scores = trials.flatMap(({ score }) => score ?? [])
  return scores.length > 0 ? [Math.min(...scores), Math.max(...scores)] : [0, 1]
}

const dimensionOf = (axis: Extract<Axis, { kind: 'number' }>): NumberDimension => ({
  ...axis,
  integer: false,
})

function toAxis(axis: Axis, trials: TrialRow[]): ParallelAxis {
  if (axis.kind === 'number') {
    const whole = trials.every(({ values }) => Number.isInteger(values[axis.param]))
    const valueAt = (at: number) => numberAt({ ...dimensionOf(axis), integer: whole }, at)
    return { title: axis.title, ticks: numberTicks(valueAt) }
  }
  const { title, options } = axis
  return {
    title,
    ticks: options.map((option, i) => ({ at: choiceAt(i, options.length), text: option.title })),
  }
}

const choiceAt = (index: number, count: number): number => (count < 2 ? 0.5 : index / (count - 1))

function placeOn(axis: Axis, value: Json | undefined): number | null {
  if (axis.kind === 'number') return typeof value === 'number' ? placeOf(dimensionOf(axis), value) : null
  const index = axis.options.findIndex((option) => sameJson(option.value, value))
  return index < 0 ? null : choiceAt(index, axis.options.length)
}

/** A setting as the form of the learner writes it. */
export function settingText(axis: Axis, value: Json | undefined): string {
  if (value === undefined) return '–'
  if (value === null) return 'none'
  if (axis.kind === 'choice')
    return axis.options.find((option) => sameJson(option.value, value))?.title ?? String(value)
  return typeof value === 'number' ? formatNumber(value) : String(value)
}

function nameOf({ number, values, score, error }: TrialRow, axes: Axis[], metric: string): string {
  const settings = axes.map((axis) => `${axis.title} ${settingText(axis, values[axis.param])}`)
  const result = score === null ? (error ?? 'failed') : `${metric} ${formatMetric(score)}`
  return `Trial ${number}: ${[...settings, result].join(', ')}`
}
