export { IterationHistory } from './IterationHistory'
