export { Inspector } from './Inspector'
