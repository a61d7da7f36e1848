// The line that opens a collapsed part of a page: "<details><summary>Answer</summary>B".
const SUMMARY = /<summary[^>]*>([\s\S]*?)<\/summary>/i;

/** What the part is called, without tags. */
export function summaryIn(line: string): string | undefined {
  return SUMMARY.exec(line)?.[1]
    ?.replace(/<[^<>]*>/g, '')
    .trim();
}

/** What stands on the line besides. */
export function besideSummary(line: string): string {
  return line.replace(SUMMARY, '').replace(/<\/?details[^>]*>/gi, '');
}
