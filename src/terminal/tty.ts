/** Does something to the terminal. Where it is gone there is nobody to show anything to, and its hang-up ends the program: no error is. */
export function unlessHungUp(act: () => void): void {
  try {
    act();
  } catch {
    // It has hung up.
  }
}
