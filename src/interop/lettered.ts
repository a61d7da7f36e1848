// Options that stand as lines of text: "A) …", "b. …", "1. …".

export interface Lettered {
  /** What stands before the first option. */
  readonly before: string;
  readonly options: readonly { readonly label: string; readonly text: string }[];
}

const OPTION = /^\s*\(?([A-Za-z]|\d{1,2})[.):]\s+(\S.*)$/;

/** The options at the end of a text, where at least two stand there with labels in order. Lines without a label go on. */
export function letteredOptions(text: string): Lettered | undefined {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => /^(a|1)$/i.test(OPTION.exec(line)?.[1] ?? ''));
  if (first < 0) return undefined;
  const options: { label: string; text: string }[] = [];
  for (const line of lines.slice(first)) {
    const [, label = '', text = ''] = OPTION.exec(line) ?? [];
    const last = options.at(-1);
    if (label !== '' && (last === undefined || isNext(last.label, label)))
      options.push({ label: label.toUpperCase(), text });
    else if (last) last.text += `\n${line}`;
  }
  return options.length < 2 ? undefined : { before: lines.slice(0, first).join('\n').trim(), options };
}

function isNext(last: string, label: string): boolean {
  if (/^\d+$/.test(last)) return Number(label) === Number(last) + 1;
  return label.toUpperCase().charCodeAt(0) === last.charCodeAt(0) + 1 && label.length === 1;
}

/**
 * What speaks against typing an answer: it is a lone letter or number beside a text with such labels, so it names an option.
 * `isThere` says whether the text has an option with it.
 */
export function namedLabel(answer: string, text: string): { readonly isThere: boolean } | undefined {
  const bare = answer.replace(/[().:\s*_`]/g, '');
  if (!/^([A-Za-z]|\d{1,2})$/.test(bare)) return undefined;
  const areLabelled = /\d/.test(bare) ? hasLabel('1', text) && hasLabel('2', text) : holdsLabels(text);
  return areLabelled ? { isThere: hasLabel(bare, text) } : undefined;
}

/** Whether a text has an A and a B in it as options have: "A) x B) y". */
export function holdsLabels(text: string): boolean {
  return hasLabel('a', text) && hasLabel('b', text);
}

function hasLabel(label: string, text: string): boolean {
  return new RegExp(`(^|[\\s(*_])${label}(\\s?[.):]|\\s-)(\\s|$|[*_])`, 'im').test(text);
}

/** "B", "A, C", "**B** because", "b. Paris": the letters that an answer begins with, and what follows them. "A day" begins with none. */
export function leadingLabels(answer: string): { readonly labels?: string; readonly rest: string } {
  const [, labels, closed = '', rest = ''] =
    /^[*_`([]*([A-Za-z](?:\s*(?:[,&+/;]|\band\b)\s*[A-Za-z](?!\p{L}))*)(?![\p{L}\p{M}\p{N}'’])([)\]*_`]*)\s*(.*)$/u.exec(
      answer.trim(),
    ) ?? [];
  const isLabel = rest === '' || closed !== '' || /^(?:[.):–—(]|-(?=\s))/.test(rest);
  return labels !== undefined && isLabel ? { labels, rest: rest.replace(/^[.):\s*_–—-]+/, '') } : { rest: '' };
}
