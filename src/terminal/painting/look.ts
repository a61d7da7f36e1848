// What a terminal can show, and the keys that it names: decided once, from flags, environment and settings.

import type { Keymap } from '../../core/keymap.ts';
import type { ColourChoice } from '../../core/text/colour-choice.ts';
import { ascii, canDraw, type Glyphs, spoken, unicode } from '../../core/text/glyphs.ts';
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
  const isAscii = options.ascii || !canDraw(env, process.platform);
  const glyphs = isAscii ? ascii : unicode;
  return {
    glyphs: options.spoken ? spoken : glyphs,
    palette: palette(colourRule(options.color, env, isTerminal && !options.spoken).isOn, {
      ascii: isAscii,
      spoken: options.spoken,
    }),
    keys: options.keys,
  };
}
