/** What a teacher would say about a step. Plain text, loaded when it is read. */
export interface Explanation {
  does: string
  when: string
  pitfalls: string
}
