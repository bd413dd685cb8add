import './boundary.css'
import { Component, type ReactNode } from 'react'
import { forgetFailed } from './remember'

interface BoundaryProps {
  /** What is missing from the screen, as the start of a sentence, e.g. `The canvas`. */
  what: string
  /** Puts the sentence where it fits, e.g. into a dialog, or says it shorter where there is little room. */
  place?: (sentence: ReactNode) => ReactNode
  children: ReactNode
}

/**
 * Keeps a part that cannot be loaded or drawn from taking the page with it, and says so. Give it a `key` of what it
 * shows: another key draws the part anew.
 */
export class Boundary extends Component<BoundaryProps, { message: string | null }> {
  override state: { message: string | null } = { message: null }

  static getDerivedStateFromError(error: unknown) {
    return { message: error instanceof Error ? error.message : String(error) }
  }

  override componentDidCatch() {
    forgetFailed()
  }

  override render() {
    const { what, place = (sentence) => sentence, children } = this.props
    if (this.state.message === null) return children
    return place(
      <div role="alert" className="sc-boundary">
        <p>
          {what} could not be shown. Saved work is safe. Reload the page to try again; if that does not help,
          press Undo first or open another workflow.
        </p>
        <p className="sc-boundary-reason">Reason: {this.state.message}</p>
        <button type="button" onClick={() => location.reload()}>
          Reload
        </button>
      </div>,
    )
  }
}
