type Place = 'canvas' | 'field' | 'dialog' | 'elsewhere'

/** What has the focus; keys that a control of its own needs (a button's Space) are left to it. */
export function placeOf(target: EventTarget | null): Place {
  if (!(target instanceof Element)) return 'canvas'
  if (target.closest('[role="dialog"], [aria-modal="true"]')) return 'dialog'
  if (target.closest('input, textarea, select, [contenteditable="true"]')) return 'field'
  if (target === document.body || target === document.documentElement) return 'canvas'
  if (target.closest('button, a, [role="tab"], [role="separator"]')) return 'elsewhere'
  return target.closest('.sc-canvas') ? 'canvas' : 'elsewhere'
}
