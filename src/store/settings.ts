// What a learner sets once and for all.
export type Settings = Readonly<Record<string, string>>;

export type SettingKey = 'exam-date' | 'minutes-a-day' | 'bank' | 'color' | 'ascii' | 'accessible';

export interface Setting {
  readonly key: SettingKey;
  readonly meaning: string;
  /** The variable that beats it. */
  readonly variable?: string;
  /** What it is where nobody decides. */
  readonly usual?: string;
  /** What it may be, in words. */
  readonly form: string;
  fits(value: string): boolean;
}

const isOn = (value: string) => value === 'on' || value === 'off';

export const settings: readonly Setting[] = [
  { key: 'exam-date', meaning: 'the day of your exam, for the plan', form: 'a day such as 2026-12-15', fits: isDay },
  {
    key: 'minutes-a-day',
    meaning: 'how long you want to practise a day',
    form: 'minutes from 1 to 600',
    fits: (value) => /^\d{1,3}$/.test(value) && Number(value) >= 1 && Number(value) <= 600,
  },
  {
    key: 'bank',
    meaning: 'the bank to practise with',
    variable: 'QUIZ_BANK',
    form: 'a folder',
    fits: (value) => value !== '' && !value.includes('\0'), // which no path can hold
  },
  {
    key: 'color',
    meaning: 'colour',
    variable: 'QUIZ_COLOR',
    usual: 'auto',
    form: 'auto, always or never',
    fits: (value) => ['auto', 'always', 'never'].includes(value),
  },
  {
    key: 'ascii',
    meaning: 'no signs beyond ASCII',
    variable: 'QUIZ_ASCII',
    usual: 'off',
    form: 'on or off',
    fits: isOn,
  },
  {
    key: 'accessible',
    meaning: 'plain lines for screen readers',
    variable: 'QUIZ_ACCESSIBLE',
    usual: 'off',
    form: 'on or off',
    fits: isOn,
  },
];

/** A day of the calendar, ISO 8601: 2026-02-30 is none. */
function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const date = new Date(`${value}T12:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}
