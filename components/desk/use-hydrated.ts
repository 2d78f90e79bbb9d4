import { useSyncExternalStore } from "react";

const never = () => () => {};

/**
 * False until React has taken the page over. Fields stay read-only till then: what is typed
 * into a field that nobody listens to yet would be lost.
 */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

/** Whether this machine's people press ⌘. Told after hydration, so that server and browser agree. */
export function useIsMac(): boolean {
  return useSyncExternalStore(
    never,
    () => /Mac|iPhone|iPad/.test(navigator.platform),
    () => false,
  );
}
