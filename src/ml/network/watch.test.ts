import { expect, test } from 'vitest'
import { makeWatch, metricFor, type WatchedMetric } from './watch'

// Truth 0 0 0 1 1 2, predicted 0 0 1 1 1 0; figures by hand.
const outputs = Float32Array.from(
  [
    [2, 1, 0],
    [2, 1, 0],
    [0, 1, 0],
    [0, 3, 1],
    [0, 3, 1],
    [5, 1, 4],
  ].flat(),
)
const truth = Float32Array.from([0, 0, 0, 1, 1, 2])

const ofClasses = (metric: WatchedMetric) => {
  const watch = makeWatch(metric, { head: 'softmax', outputs: 3, scale: 1 })
  watch.add(outputs.subarray(0, 9), truth.subarray(0, 3))
  watch.add(outputs.subarray(9), truth.subarray(3))
  return watch.value()
}

test('metrics of classes are those of all batches together', () => {
  expect(ofClasses('accuracy')).toBeCloseTo(4 / 6, 12)
  expect(ofClasses('balancedAccuracy')).toBeCloseTo((2 / 3 + 1 + 0) / 3, 12)
  expect(ofClasses('macroF1')).toBeCloseTo((4 / 6 + 4 / 5 + 0) / 3, 12)
})

test('one output above 0 is the second of two classes', () => {
  const watch = makeWatch('accuracy', { head: 'binary', outputs: 1, scale: 1 })
  watch.add(Float32Array.of(-1, 2, 3, -4), Float32Array.of(0, 1, 0, 1))
  expect(watch.value()).toBe(0.5)
})

test('metrics of values are in the units of the target', () => {
  const value = (metric: WatchedMetric) => {
    const watch = makeWatch(metric, { head: 'value', outputs: 1, scale: 10 })
    watch.add(Float32Array.of(1, 2, 3), Float32Array.of(1, 3, 5))
    return watch.value()
  }
  expect(value('mae')).toBeCloseTo(10, 12)
  expect(value('rmse')).toBeCloseTo(10 * Math.sqrt(5 / 3), 12)
  expect(value('r2')).toBeCloseTo(1 - 5 / 8, 12)
})

test('a metric of the other task gives way to the first of this one', () => {
  expect(metricFor('rmse', 'binary')).toBe('accuracy')
  expect(metricFor('accuracy', 'value')).toBe('rmse')
  expect(metricFor('r2', 'value')).toBe('r2')
  expect(metricFor('none', 'value')).toBe('none')
})
