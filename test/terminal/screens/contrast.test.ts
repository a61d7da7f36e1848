// Two things that were mixed up, side by side.
import { expect, test } from 'vitest';
import { usualKeys } from '../../../src/core/keymap.ts';
import { unicode } from '../../../src/core/text/glyphs.ts';
import { palette } from '../../../src/terminal/painting/colour.ts';
import { paint } from '../../../src/terminal/painting/paint.ts';
import { contrastScreen } from '../../../src/terminal/screens/contrast.ts';

const look = { glyphs: unicode, palette: palette(false), keys: usualKeys };
const side = (name: string, text: string) => ({
  concept: name,
  name,
  quote: { text, file: 'notes.md', lines: [3, 3] as const, path: ['茶'], section: '茶', context: {} },
});

test('nothing is cut where the notes have wide characters', () => {
  const pair = { chosen: side('烏龍茶', '烏龍茶は半分だけ酸化した茶である。'), right: side('緑茶', '蒸して作る。') };
  const { body } = contrastScreen(pair, look, { columns: 60, rows: 24 });
  expect(body.flatMap((block) => paint(block, 60, palette(false)))).toEqual([
    ' You chose 烏龍茶             Right was 緑茶',
    ' 烏龍茶は半分だけ酸化した茶   蒸して作る。',
    ' である。',
    '                              茶, notes.md:3',
    ' 茶, notes.md:3',
  ]);
});
