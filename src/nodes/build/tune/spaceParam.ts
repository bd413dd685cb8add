import { z } from 'zod'

const range = z.strictObject({
  /** Type of the learner that has the parameter. */
  type: z.string().max(100),
  param: z.string().max(100),
  from: z.number(),
  to: z.number(),
  log: z.boolean(),
})

const choice = z.strictObject({
  type: z.string().max(100),
  param: z.string().max(100),
  options: z.array(z.union([z.string().max(100), z.number(), z.boolean()])).max(50),
})

/** What is searched of one parameter of a wired learner. */
export const spaceRecord = z.union([range, choice])
