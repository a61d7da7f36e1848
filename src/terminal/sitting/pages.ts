// The pages of a sitting, and how each of them looks.
import type { Command } from '../../core/sitting/command.ts';
import type { Paper } from '../../core/sitting/state.ts';
import type { Grading, View } from '../../core/sitting/view.ts';
import type { Contrast } from '../../learning/standing/contrast.ts';
import type { Unsaved } from '../../sit.ts';
import { NARROW, type Screen, type Size } from '../painting/layout.ts';
import type { Look } from '../painting/look.ts';
import { challengeScreen } from '../screens/challenge.ts';
import { contrastScreen } from '../screens/contrast.ts';
import { giveUpScreen, leaveScreen, submitScreen, timeUpScreen } from '../screens/exam-end.ts';
import { feedbackScreen } from '../screens/feedback.ts';
import { type GridState, gridScreen } from '../screens/grid.ts';
import { header } from '../screens/header.ts';
import type { KeysPage } from '../screens/key-table.ts';
import { keysScreen } from '../screens/keys.ts';
import { unsavedScreen } from '../screens/unsaved.ts';
import type { ClockFace } from './clock-face.ts';

export type Page =
  | { readonly name: 'question' }
  | { readonly name: 'feedback'; readonly grading: Grading }
  | { readonly name: 'grid'; readonly grid: GridState; readonly message?: string }
  | { readonly name: 'leave' }
  | { readonly name: 'giveUp' }
  | { readonly name: 'submit'; readonly back: Page }
  | { readonly name: 'keys'; readonly of: KeysPage; readonly back: Page }
  | { readonly name: 'contrast'; readonly contrast: Contrast }
  | ChallengePage
  | { readonly name: 'timeUp'; readonly before: View; readonly reported: number | undefined }
  | { readonly name: 'unsaved'; readonly told: Unsaved; readonly answer: (again: boolean) => void };

export interface ChallengePage {
  readonly name: 'challenge';
  readonly text: string;
  /** What was reported of the question before; empty: nothing. */
  readonly before: string;
  readonly back: Page;
}

/** The page on which the question is reported; it begins with what was reported of it before. */
export function challengePage({ challenge = '' }: View, back: Page): ChallengePage {
  return { name: 'challenge', text: challenge, before: challenge, back };
}

/** The challenge that is being typed on this page; undefined where there is none, or nothing new. */
export function challengeOn(page: Page): Command | undefined {
  if (page.name !== 'challenge' || page.text.trim() === '' || page.text === page.before) return undefined;
  return { type: 'challenge', text: page.text };
}

/** What pages show besides the view. */
export interface Scenery {
  readonly paper: Paper;
  readonly look: Look;
  /** The command that takes an exam up again, as it has to be typed here. */
  readonly goOn: string;
  /** The open question with what is being entered. */
  readonly question: (view: View, size: Size) => Screen;
  readonly clock: ClockFace['shown'];
  /** What a wrong answer mixed up, where it did and the notes tell both. */
  readonly contrast: (grading: Grading) => Contrast | undefined;
}

/** The screen of a page, in a window of this size. */
export function pageScreen(page: Page, view: View, scenery: Scenery, size: Size): Screen {
  const { look } = scenery;
  switch (page.name) {
    case 'question':
      return scenery.question(view, size);
    case 'feedback':
      return explained(page.grading, view, scenery, size);
    case 'grid': {
      const told = { ...scenery.clock(), ...(page.message !== undefined && { message: page.message }) };
      return gridScreen(view, page.grid, look, size, told);
    }
    case 'submit':
      return submitScreen(view, look, size);
    case 'leave':
      return leaveScreen(view, look, size, scenery.goOn);
    case 'giveUp':
      return giveUpScreen(view, look, size);
    case 'contrast':
      return contrastScreen(page.contrast, look, size);
    case 'challenge':
      return challengeScreen(page.text, view, look, size);
    case 'keys':
      return keysScreen(page.of, look, size);
    case 'timeUp':
      return timeUpScreen(page.before, page.reported, look, size);
    case 'unsaved':
      return unsavedScreen(page.told, view, look, size);
    default:
      return page satisfies never;
  }
}

function explained(grading: Grading, view: View, { paper, look, contrast }: Scenery, size: Size): Screen {
  const item = paper.get(grading.item);
  const { question } = view;
  const top = header(view, look, size);
  if (!item || !question) return { header: top, body: [], footer: [] };
  const { keys } = look;
  const compares = grading.score < 1 && contrast(grading) !== undefined;
  const hints = [
    'Enter next',
    ...(grading.explanation.quotes.length > 0 ? [`${keys.notes} notes here`] : []),
    ...(compares ? [`${keys.compare} compare`] : []),
    `${keys.undo} undo  ${keys.flag} flag`,
    ...(compares && size.columns < NARROW ? [] : [`${keys.report} report`]), // it would take a third row
    `${keys.leave} leave  ${keys.keys} keys`,
  ];
  return feedbackScreen({ grading, item, question }, { header: top, hints }, look, size);
}
