import { useSyncExternalStore } from 'react'

/** Below this width one pane at a time is shown. */
const NARROW = '(max-width: 820px)'

/** Whether the screen is as narrow as a phone's. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = matchMedia(NARROW)
      media.addEventListener('change', listener)
      return () => media.removeEventListener('change', listener)
    },
    () => matchMedia(NARROW).matches,
  )
}
