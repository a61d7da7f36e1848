// The rows of the bench: what was measured by what, beside the goal and the ceiling that makes the bench fail.

/** A row; `value` is a ratio in one run unless `unit` says otherwise. Without a ceiling it is information. */
export function row(what, value, { goal, ceiling, unit = 'x', aside = '' } = {}) {
  return { what, value, goal, ceiling, unit, aside };
}

/** What one of many takes at each size, by what it takes at the size before: about 1 is linear. */
export function growth(what, found) {
  return found.slice(1).map(({ n, cpu, memory }, index) => {
    const before = found[index];
    return row(`${what} of ${n}, by one of ${before.n}`, cpu / n / (before.cpu / before.n), {
      aside: `${(cpu / 1000).toFixed(3)} s of processor${memory ? `, ${memory.toFixed(0)} MB` : ''}`,
    });
  });
}

export function isBroken({ value, ceiling }) {
  return ceiling !== undefined && value > ceiling;
}

/** The sections as Markdown. */
export function asMarkdown(sections, head) {
  return `${head}\n${sections.map(sectionOf).join('\n')}`;
}

function sectionOf({ title, note, rows }) {
  const lines = rows.map(({ what, value, goal, ceiling, unit, aside }) => {
    const mark = isBroken({ value, ceiling }) ? ' over' : '';
    return `| ${what} | ${figure(value)} ${unit}${mark} | ${goal ?? ''} | ${ceiling ?? ''} | ${aside} |`;
  });
  return `## ${title}\n\n${note ? `${note}\n\n` : ''}| what | measured | goal | ceiling | absolute |\n| --- | ---: | ---: | ---: | --- |\n${lines.join('\n')}\n`;
}

function figure(value) {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
