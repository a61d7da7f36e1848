// What a terminal can show, and the keys that it names: decided once, from flags, environment and settings.

import type { Keymap } from '../../core/keymap.ts';
import type { ColourChoice } from '../../core/text/colour-choice.ts';
import { ascii, type Glyphs, spoken, unicode } from '../../core/text/glyphs.ts';
import { colourRule, type Palette, palette } from './colour.ts';

export interface Look {
  readonly glyphs: Glyphs;
  readonly palette: Palette;
  /** The keys as they are read and named. */
  readonly keys: Keymap;
}

export function lookFor(
  isTerminal: boolean,
  options: { color: ColourChoice; ascii: boolean; spoken: boolean; keys: Keymap },
  env: NodeJS.ProcessEnv,
): Look {
  const glyphs = glyphsFor(options.ascii, env, process.platform);
  return {
    glyphs: options.spoken ? spoken : glyphs,
    palette: palette(colourRule(options.color, env, isTerminal && !options.spoken).isOn, {
      ascii: glyphs === ascii,
      spoken: options.spoken,
    }),
    keys: options.keys,
  };
}

/** Unicode where the locale says UTF-8 and the terminal can draw it; `--ascii` always wins. */
function glyphsFor(wantsAscii: boolean, env: NodeJS.ProcessEnv, platform: NodeJS.Platform): Glyphs {
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || '';
  const canDraw =
    platform === 'win32' ? Boolean(env.WT_SESSION || env.TERM_PROGRAM) : /utf-?8/i.test(locale) && env.TERM !== 'linux';
  return wantsAscii || !canDraw ? ascii : unicode;
}
