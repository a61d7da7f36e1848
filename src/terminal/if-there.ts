/** The terminal may be gone: then there is nobody to show anything to, and a hang-up ends the program. */
export function ifThere(act: () => void): void {
  try {
    act();
  } catch {
    // see above
  }
}
