// A number that is typed to choose from a list: one digit is enough, except where a longer number begins with it.

/** What was typed so far, and whether that is the number. */
interface TypedNumber {
  readonly typed: string;
  readonly isWhole: boolean;
}

/** What a key makes of what was typed before, in a list of so many; undefined where it is no digit and ends no number. */
export function typedNumber(before: string, name: string, most: number): TypedNumber | undefined {
  if (name === 'enter' && before !== '') return { typed: before, isWhole: true };
  if (!/^\d$/.test(name)) return undefined;
  const typed = before + name;
  const isWhole = Number(typed) === 0 || Number(typed) * 10 > most;
  return { typed, isWhole };
}

/** What is said while the number is not whole. */
export function moreDigits(action: string, typed: string): string {
  return `${action} ${typed}_  Enter, or another digit.`;
}
