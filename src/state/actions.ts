/** Every verb of the product, callable from anywhere and testable without a DOM. */
export { undo, redo } from './documentStore'
export * from './actions/canvas'
export * from './actions/files'
export * from './actions/history'
export * from './actions/parameters'
export * from './actions/run'
export * from './actions/selection'
