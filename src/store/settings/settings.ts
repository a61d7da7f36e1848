// What a learner can set once and for all.
import { readKeymap } from '../../core/keymap.ts';
import { COLOUR_CHOICES } from '../../core/text/colour-choice.ts';

export type SettingKey = 'exam-date' | 'minutes-a-day' | 'bank' | 'color' | 'ascii' | 'accessible' | 'keys';

/** What a learner has set. Each value fits its setting. */
export type Settings = Readonly<Partial<Record<SettingKey, string>>>;

export interface Setting {
  readonly meaning: string;
  /** The variables that beat it; the first that says something usable decides. */
  readonly variables?: readonly string[];
  /** What it is where nobody decides. */
  readonly usual?: string;
  /** What it may be, in words. */
  readonly form: string;
  fits(value: string): boolean;
}

const isOn = (value: string) => value === 'on' || value === 'off';

export const settings: Readonly<Record<SettingKey, Setting>> = {
  'exam-date': { meaning: 'the day of your exam, for the plan', form: 'a day such as 2026-12-15', fits: isDay },
  'minutes-a-day': {
    meaning: 'how long you want to practise a day',
    form: 'minutes from 1 to 600',
    fits: (value) => /^\d{1,3}$/.test(value) && Number(value) >= 1 && Number(value) <= 600,
  },
  bank: {
    meaning: 'the bank to practise with',
    variables: ['QUIZ_BANK'],
    form: 'a folder',
    fits: (value) => value !== '' && !value.includes('\0'), // which no path can hold
  },
  color: {
    meaning: 'colour',
    variables: ['QUIZ_COLOR'],
    usual: 'auto',
    form: 'auto, always or never',
    fits: (value) => COLOUR_CHOICES.some((choice) => choice === value),
  },
  ascii: {
    meaning: 'no signs beyond ASCII',
    variables: ['QUIZ_ASCII'],
    usual: 'off',
    form: 'on or off',
    fits: isOn,
  },
  accessible: {
    meaning: 'plain lines for screen readers',
    variables: ['QUIZ_ACCESSIBLE', 'ACCESSIBLE'],
    usual: 'off',
    form: 'on or off',
    fits: isOn,
  },
  keys: {
    meaning: 'keys that you moved',
    form: 'actions with their keys, such as "flag=m guess=y"',
    fits: (value) => 'keys' in readKeymap(value),
  },
};

/** In the order in which they are listed. */
export const settingKeys = Object.keys(settings) as readonly SettingKey[]; // a record has all of them and no other

/** A day of the calendar, ISO 8601: 2026-02-30 is none. */
function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const date = new Date(`${value}T12:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}
