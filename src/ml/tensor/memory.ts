import { memory } from '@tensorflow/tfjs-core'

/** How many tensors are alive; the same before and after a step, or the step leaks. */
export const tensorCount = (): number => memory().numTensors
