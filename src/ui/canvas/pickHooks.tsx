import { useEffect, useRef, type ReactNode, type RefObject } from 'react'

/** Calls back when the pointer goes down outside the element. */
export function useClickOutside(onOutside: () => void): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const onDown = (event: PointerEvent) => {
      if (!box.current?.contains(event.target as Node)) onOutside()
    }
    window.addEventListener('pointerdown', onDown, true)
    return () => window.removeEventListener('pointerdown', onDown, true)
  }, [onOutside])
  return box
}

/** Gives the focus to the first field inside as it opens. */
export function FocusFirst({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.querySelector('input')?.focus({ preventScroll: true }), [])
  return <div ref={box}>{children}</div>
}
