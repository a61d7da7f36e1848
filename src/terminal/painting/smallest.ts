/** The smallest window that a screen fits in. In a smaller one quiz speaks in lines, or waits for more room. */
const SMALLEST = { columns: 40, rows: 10 };

export function isTooSmall({ columns, rows }: { readonly columns: number; readonly rows: number }): boolean {
  return columns < SMALLEST.columns || rows < SMALLEST.rows;
}

/** "The window is 30x8; screens need 40x10." */
export function tooSmallInWords({ columns, rows }: { readonly columns: number; readonly rows: number }): string {
  return `The window is ${columns}x${rows}; screens need ${SMALLEST.columns}x${SMALLEST.rows}.`;
}
