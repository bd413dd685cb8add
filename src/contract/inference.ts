/** Requests with this header are checks of the product itself: answered, but not logged as traffic. */
export const checkHeader = 'x-stagecraft-check'
