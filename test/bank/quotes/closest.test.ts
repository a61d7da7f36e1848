import { describe, expect, test } from 'vitest';
import { readNotes } from '../../../src/bank/notes/notes.ts';
import { closestTo } from '../../../src/bank/quotes/closest.ts';
import { locate } from '../../../src/bank/quotes/locate.ts';
import type { Effort } from '../../../src/core/effort.ts';
import { SOURCE } from '../sample-notes.ts';

const notes = readNotes('notes.md', SOURCE);

describe('what is closest', () => {
  const closest = (section: string, text: string, effort: Effort = { left: 1e6 }) => {
    const located = locate([notes], section, text);
    return 'missing' in located ? closestTo([notes], { section, text, ...located }, effort) : 'found';
  };

  test('to a section that does not exist: the one whose name is most like it', () => {
    expect(closest('Tier', 'AZ')).toEqual({ file: 'notes.md', line: 23, text: 'Tiers' });
    expect(closest('zzzz', 'AZ')).toBeUndefined();
  });

  test('to words that are not there: a line of the section', () => {
    const line = { file: 'notes.md', line: 24, text: '- Durability -- 99.999999999%' };
    expect(closest('Tiers', 'Durability -- 99.99%')).toEqual(line);
  });

  test('to words of another section: where they do stand', () => {
    const line = { file: 'notes.md', line: 15, text: '- Buckets have a _globally unique name_;' };
    expect(closest('Tiers', 'Buckets have a globally unique name')).toEqual(line);
  });

  const steps = [
    readNotes(
      'n.md',
      '# Shock\n1. Infusion stoppen\n2. Hilfe rufen\n3. Sauerstoff geben\n4. Adrenalin: maximal 0,3 mg i.m. in den Oberschenkel; Ketamin zur Analgesie, danach 0,25 bis 0,5 Liter Kristalloide\n',
    ),
  ];

  test('to several rows: the one that changed', () => {
    const quote = (text: string) => closestTo(steps, { section: 'Shock', text, missing: 'text' }, { left: 1e6 })?.line;
    expect(quote('Allergen stoppen\nHilfe rufen\nSauerstoff geben')).toBe(2);
    expect(quote('Infusion stoppen\nHilfe rufen\nSauerstoff nehmen')).toBe(4);
  });

  test('to a few words: the long line that holds most of them', () => {
    const quote = (text: string) => closestTo(steps, { section: 'Shock', text, missing: 'text' }, { left: 1e6 })?.line;
    expect(quote('maximal 0,5 mg')).toBe(5);
    expect(quote('mindestens ein halbes Gramm')).toBeUndefined();
  });

  test('is looked for as long as the effort lasts', () => {
    const effort = { left: 200 };
    expect(closest('Tiers', 'Durability -- 99.99%', effort)).toBeDefined();
    while (effort.left >= 0) closest('Tiers', 'Durability -- 99.99%', effort);
    expect(closest('Tiers', 'Durability -- 99.99%', effort)).toBeUndefined();
  });
});
