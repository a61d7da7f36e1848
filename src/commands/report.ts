// `quiz report`: a past result again; `--list`: all of them, one line each.

import type { Bank } from '../bank/bank.ts';
import { result } from '../core/sitting/result.ts';
import { type State, wasGivenUp } from '../core/sitting/state.ts';
import { blank, line, span, type Table } from '../core/text/styled.ts';
import { Failure } from '../failure.ts';
import { answerRecords, reportDocument } from '../reports/report.ts';
import { resultBlocks } from '../reports/result.ts';
import type { Sessions } from '../store/sessions/sessions.ts';
import { commandPiece } from '../system/command-line.ts';
import type { Context } from './context.ts';
import { savePage } from './shared/save-page.ts';
import { fileName } from './shared/values.ts';
import { dayAndTime } from './shared/when.ts';
import { type Past, pastSession } from './sitting/past-session.ts';
import { hasGraded, stateOf } from './sitting/sessions-named.ts';
import { tellingOf } from './sitting/telling.ts';
import { tidyDrills } from './sitting/tidy-drills.ts';

export interface ReportOptions {
  readonly list?: boolean;
  readonly html?: string;
}

export async function report(given: Context, name: string | undefined, options: ReportOptions): Promise<void> {
  if (options.html !== undefined) fileName('--html', options.html);
  if (options.list) return list(given, name);
  const past = await pastSession(given, 'report', name);
  const { context, state, paper } = past;
  const { json, plain } = context.globals;
  if (options.html !== undefined) {
    const { resultPage } = await import('./sitting/result-page.ts');
    await savePage(context, options.html, await resultPage(past));
  } else if (json) context.printJson(reportDocument(state, paper));
  else if (plain) await context.print([answerRecords(reportDocument(state, paper).slots)]);
  else await printResult(past);
}

async function printResult(past: Past): Promise<void> {
  const { context, state, paper } = past;
  const { glyphs } = await context.look();
  const { session, form } = state.started;
  await context.print([
    line(span(`${form.title} · ${dayAndTime(state.startedAt)}`, 'strong')),
    blank,
    ...resultBlocks(state, paper, await tellingOf(past, glyphs)),
    blank,
    line('Next: ', span(hasGraded(state) ? commandPiece('review', session) : commandPiece('drill'), 'strong')),
  ]);
}

function listsAll(name: string): Failure {
  const hint = 'leave it out to see all results, or leave --list out to see that of one session';
  return new Failure('usage', 'conflict', `--list goes with no session, and "${name}" would name one`, hint);
}

async function list(context: Context, name: string | undefined): Promise<void> {
  if (name !== undefined) throw listsAll(name);
  const bank = await context.bank();
  await tidyDrills(context.sessions, bank.id);
  const states = pastStates(context.sessions, bank);
  if (context.globals.json) {
    const sessions = states.map((state) => {
      const { session, right, of, percent, pass = null, passed = null, reason } = result(state);
      const { mode } = state.started.policy;
      const { profile = null } = state.started.form;
      const startedAt = new Date(state.startedAt).toISOString();
      return { session, mode, profile, startedAt, reason, right, of, percent, pass, passed };
    });
    context.printJson({ schema: 1, sessions });
    return;
  }
  const hasNone = states.length === 0 && !context.globals.plain;
  await context.print(hasNone ? [line(`No session yet. Start with: ${commandPiece('drill')}`)] : [listTable(states)]);
}

/** The sessions that are over and have something graded, the newest first. */
function pastStates(sessions: Sessions, { id }: Bank): State[] {
  const states = sessions.all().flatMap((file) => {
    const state = stateOf(sessions, file);
    return state?.closed && state.started.bank.id === id && hasGraded(state) ? [state] : [];
  });
  return states.sort((a, b) => b.startedAt - a.startedAt); // names tell the second alone
}

function listTable(states: readonly State[]): Table {
  return {
    columns: [
      { title: 'session', align: 'left', whole: true },
      { title: 'right', align: 'right' },
      { title: '', align: 'right' },
      { title: '', align: 'left', optional: true },
      { title: 'begun', align: 'left', optional: true },
      { title: 'profile', align: 'left', optional: true },
    ],
    rows: states.map((state) => {
      const { session, right, of, percent } = result(state);
      const { form } = state.started;
      return [
        span(session),
        span(`${right}/${of}`),
        span(`${percent} %`),
        span(outcomeInWords(state)),
        span(dayAndTime(state.startedAt)),
        span(form.profile ?? '', 'quiet'),
      ];
    }),
  };
}

function outcomeInWords(state: State): string {
  if (state.started.policy.mode === 'drill') return 'drill';
  if (wasGivenUp(state)) return 'given up';
  return result(state).passed ? 'passed' : 'not yet';
}
