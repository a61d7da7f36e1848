/** Whether a line of Markdown parts the head of a table from its rows: `|---|:-:|`. */
export function isTableRule(line: string): boolean {
  return line.includes('|') && line.includes('-') && /^[\s|:-]*$/.test(line);
}
