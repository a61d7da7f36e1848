// Where settings are kept: a file a setting, so that two machines that set different ones never meet in a file. Earlier versions had
// them all in settings.json; it is read where a setting has no file of its own, and never written any more.
import { relative } from 'node:path';
import { flaw, headOf, type Problem } from '../../core/problem.ts';
import { isRecord } from '../../core/shapes/checks.ts';
import { jsonFault } from '../../core/text/json-fault.ts';
import { placeAt } from '../../core/text/place-at.ts';
import { Failure, reasonOf, remedyOf } from '../../failure.ts';
import { type Disk, localDisk } from '../disk/disk.ts';
import { makeOwnFolder } from '../disk/own-folder.ts';
import { layout, oldSettingsPath, within } from '../disk/paths.ts';
import { readLinked } from '../disk/regular.ts';
import { replaceFile } from '../disk/replace-file.ts';
import { setAside } from '../sessions/set-aside.ts';
import { type SettingKey, type Settings, settingKeys, settings } from './settings.ts';

export interface SettingsRead {
  readonly settings: Settings;
  /** Files that do not read and values that do not fit, as warnings: for them the usual values are used. */
  readonly problems: readonly Problem[];
}

/** What was set. */
export function readSettings(data: string): SettingsRead {
  const problems: Problem[] = [];
  const all = readJson(data, oldSettingsPath(data), problems);
  const old = isRecord(all.value) ? all.value : {};
  if (all.value !== undefined && !isRecord(all.value))
    problems.push(damaged(data, oldSettingsPath(data), 1, 1, 'this is no set of settings'));
  const hasOwn = localDisk.existsSync(layout(data).settings);
  const chosen = settingKeys.flatMap((key): [SettingKey, string][] => {
    const path = pathOf(data, key);
    const own = hasOwn ? readJson(data, path, problems).value : undefined;
    const value = own === undefined ? old[key] : own;
    if (value === undefined || value === null) return [];
    if (typeof value === 'string' && settings[key].fits(value)) return [[key, value]];
    const at = own === undefined ? placeOfKey(data, all.text, key) : headOf(relative(data, path));
    const hint = `write ${settings[key].form}: quiz config set ${key} …`;
    problems.push(flaw('unfit-setting', at, `${key} cannot be ${JSON.stringify(value)}`, hint, 'warning'));
    return [];
  });
  return { settings: Object.fromEntries(chosen), problems };
}

/**
 * Sets a value, or takes it back where none is given. A file that did not read is kept in set-aside/ first; whether there was one.
 * A link stays one: what it points to is replaced. Throws a disk failure where it cannot be kept, or everybody could change it.
 */
export async function changeSetting(
  data: string,
  key: SettingKey,
  value: string | undefined,
  disk: Disk = localDisk,
): Promise<boolean> {
  makeOwnFolder(data, layout(data).settings, disk);
  const path = pathOf(data, key);
  try {
    const isKept = keepDamaged(data, path, key);
    await replaceFile(path, JSON.stringify(value ?? null));
    return isKept;
  } catch (error) {
    if (error instanceof Failure) throw error;
    const message = `cannot write ${path} (${reasonOf(error)})`;
    throw new Failure('disk', 'not-saved', message, remedyOf(reasonOf(error)), { file: path }, error);
  }
}

function pathOf(data: string, key: SettingKey): string {
  return within(layout(data).settings, `${key}.json`);
}

function keepDamaged(data: string, path: string, key: SettingKey): boolean {
  const problems: Problem[] = [];
  const { bytes } = readJson(data, path, problems);
  if (problems.length === 0 || bytes === undefined) return false;
  setAside(localDisk, data, `setting-${key}`, bytes);
  return true;
}

interface Read {
  readonly text: string;
  readonly bytes?: Buffer;
  /** Undefined where there is no file, or it does not read. */
  readonly value?: unknown;
}

/** A file as JSON. What is wrong with it goes to the problems. */
function readJson(data: string, path: string, problems: Problem[]): Read {
  if (!localDisk.existsSync(path)) return { text: '' };
  try {
    const bytes = readLinked(localDisk, path);
    const text = bytes.toString('utf8').replace(/^\ufeff/, '');
    try {
      return { text, bytes, value: JSON.parse(text) };
    } catch {
      const { line, column } = jsonFault(text);
      problems.push(damaged(data, path, line, column, 'this is not JSON'));
      return { text, bytes };
    }
  } catch (error) {
    problems.push(damaged(data, path, 1, 1, `this cannot be read (${reasonOf(error)})`));
    return { text: '' };
  }
}

function damaged(data: string, path: string, line: number, column: number, what: string): Problem {
  const hint = 'mend or remove it, and see what holds with: quiz config list';
  return flaw('damaged-settings', { file: relative(data, path), line, column }, what, hint, 'warning');
}

function placeOfKey(data: string, text: string, key: SettingKey) {
  const place = placeAt(text, Math.max(0, text.indexOf(JSON.stringify(key))));
  return { file: relative(data, oldSettingsPath(data)), ...place };
}
