/** What an action gives; undefined where it fails, whatever the reason: for what may be gone, or not ours, and does not matter then. */
export function ifPossible<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
