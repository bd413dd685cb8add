export { Results } from './Results'
