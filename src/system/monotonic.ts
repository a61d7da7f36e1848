/** Milliseconds on a clock that nobody sets, as performance.now(), which loads eight modules of Node's for measuring. */
export function monotonic(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}
