// What a setting is in the end, and who decides it: a flag, else a variable, else what was set, else what is usual.
import { type Setting, type SettingKey, type Settings, settings } from '../../store/settings/settings.ts';
import type { Context, Globals } from '../context.ts';

export interface Decided {
  /** Empty where nothing is set and nothing is usual. */
  readonly value: string;
  /** "flag --bank", "QUIZ_BANK", "settings", "default" or "not set". */
  readonly source: string;
}

export interface Deciders {
  readonly globals: Globals;
  readonly env: NodeJS.ProcessEnv;
  readonly chosen: Settings;
}

export function decided(key: SettingKey, { globals, env, chosen }: Deciders): Decided {
  const setting = settings[key];
  const { variables = [], usual = '' } = setting;
  const flag = flagOf(key, globals);
  if (flag !== undefined) return { value: flag, source: `flag --${key}` };
  for (const variable of variables) {
    const value = variableValue(setting, env[variable]);
    if (value !== undefined) return { value, source: variable };
  }
  const set = chosen[key];
  if (set !== undefined) return { value: set, source: 'settings' };
  return { value: usual, source: usual === '' ? 'not set' : 'default' };
}

/** The bank that is meant, as its folder was given; undefined: the current folder where it is one, or the one that comes with the program. */
export function bankNamed({ globals, settings: chosen }: Pick<Context, 'globals' | 'settings'>): string | undefined {
  return decided('bank', { globals, env: process.env, chosen }).value || undefined;
}

function flagOf(key: SettingKey, { bank, color, ascii, accessible }: Globals): string | undefined {
  const flags: Readonly<Partial<Record<SettingKey, string | boolean | undefined>>> = { bank, color, ascii, accessible };
  const value = flags[key];
  return typeof value === 'string' ? value : value ? 'on' : undefined;
}

const SWITCHED: ReadonlyMap<string, string> = new Map([
  ...['1', 'on', 'yes', 'true'].map((word) => [word, 'on'] as const),
  ...['0', 'off', 'no', 'false'].map((word) => [word, 'off'] as const),
]);

/** The value of a variable; where on and off are all there is, the usual words for them count too. Undefined: it decides nothing. */
function variableValue({ fits }: Setting, text: string | undefined): string | undefined {
  if (!text) return undefined;
  const isSwitch = fits('on') && fits('off') && !fits('another word');
  const value = isSwitch ? SWITCHED.get(text.toLowerCase()) : text;
  return value !== undefined && fits(value) ? value : undefined;
}

/** What there is to say of our own variables that are set and decide nothing; others' may hold what they like. */
export function strayVariables(env: NodeJS.ProcessEnv): string[] {
  return Object.values(settings).flatMap((setting) =>
    (setting.variables ?? [])
      .filter((name) => name.startsWith('QUIZ_') && env[name] && variableValue(setting, env[name]) === undefined)
      .map((name) => `${name} cannot be "${env[name]}" and decides nothing; write ${setting.form}.`),
  );
}
