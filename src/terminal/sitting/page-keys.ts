// What keys do on each page of a sitting.

import type { Quote } from '../../core/items/item.ts';
import type { KeyedPage } from '../../core/keymap.ts';
import { limits } from '../../core/limits.ts';
import type { Command } from '../../core/sitting/command.ts';
import { nextStep } from '../../core/sitting/navigation.ts';
import type { View } from '../../core/sitting/view.ts';
import { type Key, readOn } from '../input/keys.ts';
import { edited } from '../input/text-field.ts';
import type { Terminal } from '../terminal.ts';
import { pressGrid } from './grid-keys.ts';
import { type ChallengePage, challengePage, type Page, type Scenery } from './pages.ts';
import type { QuestionDesk } from './question-desk.ts';
import type { SittingApp } from './sitting-app.ts';

/** What keys can bring about. */
export interface Hands extends Pick<Scenery, 'contrast' | 'look'>, Pick<SittingApp, 'open' | 'turnTo'> {
  readonly terminal: Pick<Terminal, 'follow' | 'hasMoreBelow' | 'scrollDown' | 'wasAtEnd'>;
  readonly desk: Pick<QuestionDesk, 'press' | 'clock'>;
  send(command: Command): void;
  openNotes(quote: Quote): void;
  /** The notice that the time is up was read. */
  haveRead(): void;
}

type GridPage = Extract<Page, { readonly name: 'grid' }>;

/** `perRow`: how many questions stand in a row of the review grid. */
export function pressOn(page: Page, pressed: Key, view: View, perRow: number, hands: Hands): void {
  const { look, desk, open, haveRead } = hands;
  const keyed = keyedPage(page, view);
  const key = keyed ? readOn(keyed, pressed, look.keys) : pressed;
  switch (page.name) {
    case 'question':
      desk.press(key, view);
      break;
    case 'feedback':
      pressOnFeedback(page, key, view, hands);
      break;
    case 'grid':
      pressOnGrid(page, key, view, perRow, hands);
      break;
    case 'submit':
      confirm('finish', key, page.back, hands);
      break;
    case 'leave':
      if (key.name === 'g') open({ name: 'giveUp' });
      else confirm('leave', key, { name: 'question' }, hands);
      break;
    case 'giveUp':
      confirm('abandon', key, { name: 'question' }, hands);
      break;
    case 'contrast':
      open(view.graded ? { name: 'feedback', grading: view.graded } : { name: 'question' });
      break;
    case 'keys':
      open(page.back);
      break;
    case 'challenge':
      pressOnChallenge(page, key, hands);
      break;
    case 'timeUp':
      if (key.name === 'enter') haveRead();
      break;
    case 'unsaved':
      if (key.name === 'enter') page.answer(true);
      else if (key.name === 'leave') page.answer(false);
      break;
    default:
      page satisfies never;
  }
}

/** The page by whose keys this one is read; undefined where letters are text, or any key does the same. */
function keyedPage({ name }: Page, { mode }: View): KeyedPage | undefined {
  switch (name) {
    case 'question':
      return mode;
    case 'feedback':
    case 'grid':
      return name;
    case 'submit':
    case 'leave':
    case 'giveUp':
    case 'unsaved':
      return 'confirm';
    default:
      return undefined;
  }
}

function pressOnFeedback(page: Page, { name }: Key, view: View, hands: Hands): void {
  const { terminal, contrast, send, open, openNotes } = hands;
  const { graded } = view;
  const [quote] = graded?.explanation.quotes ?? [];
  const mixedUp = name === 'compare' && graded ? contrast(graded) : undefined;
  if (name === 'space' && terminal.hasMoreBelow()) terminal.scrollDown();
  else if (['space', 'enter', 'right'].includes(name)) send(nextStep(view));
  else if (name === 'undo' || name === 'flag' || name === 'leave') send({ type: name });
  else if (name === 'esc') send({ type: 'leave' });
  else if (name === 'notes' && quote) openNotes(quote);
  else if (mixedUp) open({ name: 'contrast', contrast: mixedUp });
  else if (name === 'report') open(challengePage(view, page));
  else if (name === 'keys') open({ name: 'keys', of: 'drill', back: page });
}

function pressOnGrid(before: GridPage, key: Key, view: View, perRow: number, hands: Hands): void {
  const { terminal, desk, send, open, turnTo } = hands;
  if (key.name === 'keys') {
    open({ name: 'keys', of: 'grid', back: before });
    return;
  }
  const { go, grid, ...said } = pressGrid(before.grid, key, view, perRow);
  const message = key.name === 'clock' ? desk.clock.toggle(view) : said.message;
  const page: GridPage = { name: 'grid', grid, ...(message !== undefined && { message }) };
  if (typeof go === 'object' && go.to !== view.slot)
    send({ type: 'move', to: go.to }); // until it is asked the grid is up
  else if (go === 'submit') open({ name: 'submit', back: page });
  else if (go !== undefined) open({ name: 'question' });
  else {
    turnTo(page);
    terminal.follow();
  }
}

/** An emptied field takes back what stood in it; one that nothing stood in is left by Enter as by Esc. */
function pressOnChallenge(page: ChallengePage, key: Key, { terminal, send, open, turnTo }: Hands): void {
  const { name } = key;
  if (name === 'enter' && (page.text.trim() !== '' || page.before !== '')) send({ type: 'challenge', text: page.text });
  if (name === 'delete') send({ type: 'challenge', text: '' });
  if (['enter', 'delete', 'esc'].includes(name)) {
    open(page.back);
    return;
  }
  turnTo(withText(page, edited(page.text, key) ?? page.text));
  terminal.follow();
}

/** The page with another text, as much of it as is kept. */
function withText(page: ChallengePage, text: string): ChallengePage {
  return { ...page, text: [...text].slice(0, limits.challenge).join('') };
}

function confirm(type: 'finish' | 'leave' | 'abandon', { name }: Key, back: Page, { send, open }: Hands): void {
  if (name === 'y') send({ type });
  else if (['n', 'enter', 'esc', 'leave'].includes(name)) open(back);
}
