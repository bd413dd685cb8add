import { Component, type ReactNode } from 'react'
import { Notice } from '@/kit/Notice'
import { forgetFailed } from '../boundary/remember'

/** Keeps a picture that cannot be drawn (e.g. of a result from an older version) from taking the page with it. */
export class ViewBoundary extends Component<{ children: ReactNode }, { message: string | null }> {
  override state: { message: string | null } = { message: null }

  static getDerivedStateFromError(error: unknown) {
    return { message: error instanceof Error ? error.message : String(error) }
  }

  override componentDidCatch() {
    forgetFailed()
  }

  override render() {
    if (this.state.message === null) return this.props.children
    return (
      <Notice
        tone="bad"
        cause={`This picture could not be drawn: ${this.state.message}.`}
        advice="The result itself is safe. Press Run to make it anew."
      />
    )
  }
}
