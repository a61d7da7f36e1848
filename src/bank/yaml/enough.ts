/** Thrown where reading on would tell nobody more. */
export const enough = new Error('enough is known against this file');

/** What was read; undefined where there was enough before. */
export function untilEnough<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error === enough) return undefined;
    throw error;
  }
}
