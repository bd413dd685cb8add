export { CompareDialog } from './CompareDialog'
