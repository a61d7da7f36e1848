import type { Started } from '../../src/core/sitting/events.ts';

/** How the journal of an exam without questions begins: enough for tests of files, which look at no answer. */
export function emptyExam(session: string): Started {
  return {
    type: 'started',
    v: 1,
    session,
    bank: { id: 'b', folder: 'f' },
    form: { title: 't', seed: '1', slots: [] },
    policy: { mode: 'exam', feedback: 'deferred', clock: 'active' },
  };
}
