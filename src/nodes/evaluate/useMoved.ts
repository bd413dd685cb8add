import { useState } from 'react'

/**
 * Where a person has put the ring on a curve, by its position in the list of one result: another result has another
 * list, so nothing of it is left.
 * @param result key of the result that is shown.
 */
export function useMoved(result: string): [number | null, (index: number | null) => void] {
  const [moved, setMoved] = useState<{ result: string; index: number | null } | null>(null)
  return [moved?.result === result ? moved.index : null, (index) => setMoved({ result, index })]
}
