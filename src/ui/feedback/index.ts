export { FeedbackDialog } from './FeedbackDialog'
