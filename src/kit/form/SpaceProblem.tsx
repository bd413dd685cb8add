/** Why what is written or chosen is not taken over, on a line of its own. */
export const SpaceProblem = ({ text }: { text: string | null }) => (
  <span className="kit-row-problem" role="status">
    {text}
  </span>
)
