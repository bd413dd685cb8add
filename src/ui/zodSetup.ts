import { config } from 'zod'

/** zod must not compile schemas with eval: the content security policy forbids it. To be imported before any schema. */
config({ jitless: true })
