const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "25 Nov 14:02", local time; the names of sessions tell the year. */
export function dayAndTime(at: number): string {
  const date = new Date(at);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${date.getDate()} ${MONTHS[date.getMonth()]} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** "25 Nov 2026, 14:02", local time of a moment in ISO 8601: for pages, which are kept. */
export function dateAndTime(iso: string): string {
  const [day, month, time] = dayAndTime(Date.parse(iso)).split(' ');
  return `${day} ${month} ${new Date(iso).getFullYear()}, ${time}`;
}

/** Minutes east of UTC here, at that time of the year. */
export function offsetAt(at: number): number {
  return -new Date(at).getTimezoneOffset();
}
