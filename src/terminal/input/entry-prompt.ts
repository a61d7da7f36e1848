// A line of text: a prompt of our own, since inquirer's takes a line that was emptied for the one that stood there before.
import { createPrompt, isEnterKey, makeTheme, useEffect, useKeypress, usePrefix, useState } from '@inquirer/core';

interface Entry {
  readonly message: string;
  /** What stands in the line, to be kept or changed. */
  readonly given: string;
  readonly theme: object;
  /** Called with the line wherever it changes. */
  typed(text: string): void;
  /** Why the line is no answer; undefined where it is one. */
  objection(text: string): string | undefined;
  /** The line as it is shown behind the message once it is entered. */
  entered(text: string): string;
}

/** Answers with the line. */
export const entryPrompt = createPrompt<string, Entry>((entry, done) => {
  const theme = makeTheme(entry.theme);
  const [status, setStatus] = useState<'idle' | 'done'>('idle');
  const [text, setText] = useState(entry.given);
  const [wrong, setWrong] = useState<string | undefined>(undefined);
  const prefix = usePrefix({ status, theme });
  useEffect((rl) => rl.write(entry.given), []);
  useKeypress((pressed, rl) => {
    if (!isEnterKey(pressed)) {
      entry.typed(rl.line);
      setText(rl.line);
      return setWrong(undefined);
    }
    const objection = entry.objection(text);
    if (objection !== undefined) {
      rl.write(text); // readline took the line for entered
      return setWrong(objection);
    }
    setStatus('done');
    done(text);
  });
  const asked = `${prefix} ${theme.style.message(entry.message, status)}`;
  if (status === 'done') return `${asked} ${entry.entered(text)}`;
  return [`${asked} ${text}`, wrong === undefined ? '' : theme.style.error(wrong)];
});
