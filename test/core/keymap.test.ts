// Which key does what, as it comes and as learners move keys.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Action,
  actionOn,
  type KeyedPage,
  keyedPages,
  keymapOf,
  readKeymap,
  usualKeys,
} from '../../src/core/keymap.ts';

const pages = Object.keys(keyedPages) as KeyedPage[];
const actions = Object.keys(usualKeys) as Action[];

/** Why a text moves no keys. */
const faultOf = (text: string) => {
  const read = readKeymap(text);
  return 'fault' in read ? read.fault : undefined;
};

describe('the usual keys', () => {
  test.each(pages)('stand for one thing each: %s', (page) => {
    const keys = keyedPages[page].actions.map((action) => usualKeys[action]);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('are on a page, each', () => {
    const used = new Set(pages.flatMap((page) => keyedPages[page].actions));
    expect(actions.filter((action) => !used.has(action))).toEqual([]);
  });

  test('are those of whoever set nothing, or something that moves no keys', () => {
    expect(keymapOf(undefined)).toEqual(usualKeys);
    expect(keymapOf('flag=1')).toEqual(usualKeys);
  });
});

describe('moved keys', () => {
  test('are named with what they do; the others stay', () => {
    expect(keymapOf('flag=m  guess=y')).toEqual({ ...usualKeys, flag: 'm', guess: 'y' });
  });

  test('are letters in either case, also of other scripts, and signs', () => {
    expect(keymapOf('flag=M hint=é skip=ж find== keys=,')).toMatchObject({
      flag: 'm',
      hint: 'é',
      skip: 'ж',
      find: '=',
      keys: ',',
    });
  });

  test('change places, and leave their old key to others', () => {
    const keys = keymapOf('flag=g guess=f');
    expect([actionOn('drill', 'g', keys), actionOn('drill', 'f', keys)]).toEqual(['flag', 'guess']);
    expect(actionOn('drill', 'f', keymapOf('flag=m'))).toBeUndefined();
    expect(actionOn('drill', 'f', keymapOf('flag=m guess=f'))).toBe('guess');
  });

  test('move on all pages of an action, and on no other', () => {
    const keys = keymapOf('flag=m');
    const onPages = (key: string) => pages.filter((page) => actionOn(page, key, keys) === 'flag');
    expect(onPages('m')).toEqual(['drill', 'exam', 'feedback', 'grid']);
    expect(actionOn('home', 'f', keys)).toBe('flagged');
    expect(actionOn('home', 'm', keys)).toBe('missed');
  });
});

describe('refused', () => {
  test.each(['', 'flag', 'flag=', '=m', 'flag = m', 'flag:m'])('is what names no key: %j', (text) => {
    expect(faultOf(text)).toEqual({ type: 'form' });
  });

  test.each(['1', '0', 'enter', 'esc', 'up', 'ctrl-f', '^f', '→→', 'fg', '\u0006', '\u007f'])(
    'is %j as a key',
    (key) => {
      expect(faultOf(`flag=${key}`)).toEqual({ type: 'no-key', action: 'flag', key });
    },
  );

  test('are names that there are not, and two keys for one action', () => {
    expect(faultOf('flga=m')).toEqual({ type: 'unknown', name: 'flga' });
    expect(faultOf('constructor=m')).toEqual({ type: 'unknown', name: 'constructor' });
    expect(faultOf('flag=m flag=z')).toEqual({ type: 'twice', action: 'flag' });
  });

  test.each(['a', 'b', 'c', 'd', 'e', 'j', 'k', '<', '>', '/'])('is %s where it answers or moves', (key) => {
    expect(faultOf(`flag=${key}`)).toEqual({ type: 'kept', action: 'flag', key, where: 'in a drill' });
  });

  test.each([
    ['all=j', 'at a result'],
    ['weakest=k', 'at home'],
    ['compare=k', 'in a drill'],
  ])('is what scrolls: %s', (text, where) => {
    expect(faultOf(text)).toMatchObject({ type: 'kept', where });
  });

  test('is no letter of options where there are none', () => {
    expect(faultOf('all=e')).toBeUndefined();
    expect(faultOf('compare=c')).toBeUndefined();
  });

  test.each([
    ['flag=g', 'flag', 'guess', 'in a drill'],
    ['flag=m guess=m', 'flag', 'guess', 'in a drill'],
    ['notes=m', 'notes', 'missed', 'at home'],
    ['stats=q', 'stats', 'leave', 'at a result'],
    ['submit=v', 'submit', 'view', 'in the review of all questions'],
  ])('is a key that means something else and was not moved: %s', (text, action, by, where) => {
    expect(faultOf(text)).toMatchObject({ type: 'taken', action, by, where });
  });

  test('is a key that hands an exam in when it is pressed twice', () => {
    expect(faultOf('submit=y')).toMatchObject({ type: 'kept', key: 'y' });
    expect(faultOf('guess=y')).toBeUndefined();
  });

  test('or each key stands for one thing on each page, whatever is moved where', () => {
    const move = fc.tuple(fc.constantFrom(...actions), fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz!?/[]<>.,;'));
    fc.assert(
      fc.property(fc.uniqueArray(move, { maxLength: 8, selector: ([action]) => action }), (moves) => {
        const read = readKeymap(moves.map((pair) => pair.join('=')).join(' '));
        if ('fault' in read) return;
        for (const page of pages)
          for (const action of keyedPages[page].actions) {
            const key = read.keys[action];
            expect(actionOn(page, key, read.keys)).toBe(action);
            expect(key !== usualKeys[action] && keyedPages[page].kept.includes(key)).toBe(false);
          }
      }),
    );
  });
});
