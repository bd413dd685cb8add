import { Notice } from '@/kit/Notice'
import { useDocument } from '@/state/documentStore'
import { useHistory } from '@/state/historyStore'
import { titleOf } from '@/state/selectors'

/** What the feedback rules advise after the last run and did not do themselves; gone with the next run. */
export function Proposals() {
  const proposals = useHistory((state) => state.proposals)
  const nodes = useDocument(({ document }) => document.nodes)
  const wires = useDocument(({ document }) => document.feedback)
  if (proposals.length === 0) return null
  const target = (id: string) => nodes.find((node) => node.id === wires.find((wire) => wire.id === id)?.to)
  return (
    <section className="kit-rows" aria-label="Proposals">
      {proposals.map(({ wire, sentence }, index) => {
        const node = target(wire)
        const advice = node && `Select “${titleOf(node)}” to follow it, or leave things as they are.`
        return <Notice key={index} tone="warn" cause={`Feedback: ${sentence}`} advice={advice} />
      })}
    </section>
  )
}
