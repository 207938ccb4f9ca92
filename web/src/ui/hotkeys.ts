import { useEffect, useRef } from 'react'

/** Keys without modifiers, as `event.key` names them, and what they do. */
export type Hotkeys = Readonly<Record<string, (event: KeyboardEvent) => void>>

/** Whether typing there means text, not a command. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName) ||
      target.closest('[role="dialog"]') !== null)
  )
}

/** Listens to single keys while the component is shown; not while somebody types or a dialog is open. */
export function useKeys(keys: Hotkeys): void {
  const current = useRef(keys)
  current.current = keys
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target)) return
      current.current[event.key]?.(event)
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}
