// Numbers as other programs read them: digits, a stop and a minus; not all of them know "1e-7".

/** The shortest decimal text that is read as the same number. */
export function decimal(value: number): string {
  const [, sign = '', whole = '0', part = '', power = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? [];
  const digits = whole + part;
  const stop = whole.length + Number(power);
  if (stop >= digits.length) return `${sign}${digits.padEnd(stop, '0')}`;
  return stop > 0 ? `${sign}${digits.slice(0, stop)}.${digits.slice(stop)}` : `${sign}0.${'0'.repeat(-stop)}${digits}`;
}
