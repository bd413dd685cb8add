import { formatNumber, formatPercent } from '@/base/format'
import type { Model } from '@/values/model'
import type { BuildPreview, Picture } from '../learnerRun'
import type { BaselineWeights } from './predict'

export interface BaselinePicture {
  /** What is always answered: a class name, or null for a number. */
  answer: string | null
  value: number | null
  /** Most frequent first, at most 20. */
  shares: { name: string; share: number }[]
}

export type BaselinePreview = BuildPreview & BaselinePicture

const mostShares = 20

export function baselinePicture(model: Model): Picture<BaselinePicture> {
  const weights = model.weights as BaselineWeights
  if ('value' in weights) {
    const preview = { answer: null, value: weights.value, shares: [] }
    return { preview, figure: `always ${formatNumber(weights.value)}` }
  }
  const shares = model.classes
    .map((name, code) => ({ name, share: weights.shares[code] }))
    .sort((a, b) => b.share - a.share)
  const [first] = shares
  const preview = { answer: first.name, value: null, shares: shares.slice(0, mostShares) }
  return { preview, figure: `${shorten(first.name)} ${formatPercent(first.share)}` }
}

const shorten = (name: string): string => (name.length > 20 ? `${name.slice(0, 19)}…` : name)
