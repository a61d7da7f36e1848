// What a terminal shows, as a picture that a page can show: an SVG of text, which stays sharp, can be searched and is read aloud.

const CELL = { width: 8.4, height: 18 };
const MARGIN = 16;
/** The sixteen colours of a terminal, on a ground that suits pages light and dark. */
const COLOURS = [
  ...['#1d2430', '#f0717a', '#7fc98f', '#e3b866', '#6ea8f7', '#c792ea', '#6fc3cf', '#d5dbe5'],
  ...['#7d8899', '#ff8b92', '#98dba6', '#f2cd86', '#8cbcff', '#dbabf5', '#8cd9e4', '#ffffff'],
];
const GROUND = '#1d2430';
const TEXT = '#d5dbe5';

/** The window of an emulator (@xterm/headless) as SVG; `title` says what is seen. */
export function pictureOf(terminal, title) {
  const { active } = terminal.buffer;
  const rows = Array.from({ length: terminal.rows }, (_, row) =>
    runsIn(active.getLine(active.baseY + row), terminal.cols),
  );
  const used = rows.findLastIndex((runs) => runs.length > 0) + 1;
  const [width, height] = [terminal.cols * CELL.width + 2 * MARGIN, used * CELL.height + 2 * MARGIN];
  const texts = rows.slice(0, used).flatMap((runs, row) => runs.map((run) => textOf(run, row)));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title">
<title id="title">${escaped(title).replaceAll('\u00a0', ' ')}</title>
<rect width="100%" height="100%" rx="8" fill="${GROUND}"/>
<g font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="14" fill="${TEXT}">
${texts.join('\n')}
</g>
</svg>
`;
}

/** Neighbouring cells that look alike, without the blanks around them. */
function runsIn(line, columns) {
  const runs = [];
  for (let column = 0; column < columns; column++) {
    const cell = line?.getCell(column);
    const look = lookOf(cell);
    const last = runs.at(-1);
    if (last && last.look === look) last.text += cell.getChars() || ' ';
    else runs.push({ column, look, text: cell?.getChars() || ' ' });
  }
  return runs
    .map(({ column, look, text }) => ({ column: column + text.search(/\S|$/), look, text: text.trim() }))
    .filter(({ text }) => text !== '');
}

function lookOf(cell) {
  if (!cell) return '';
  const fill = cell.isFgPalette() ? ` fill="${COLOURS[cell.getFgColor()] ?? TEXT}"` : '';
  return `${fill}${cell.isBold() ? ' font-weight="bold"' : ''}${cell.isDim() ? ' opacity="0.65"' : ''}`;
}

/** A run is as wide as its cells, whatever font the page has. */
function textOf({ column, look, text }, row) {
  const [x, y] = [MARGIN + column * CELL.width, MARGIN + (row + 0.75) * CELL.height];
  return `<text x="${x.toFixed(1)}" y="${y}" textLength="${(text.length * CELL.width).toFixed(1)}" lengthAdjust="spacingAndGlyphs"${look}>${escaped(text)}</text>`;
}

function escaped(text) {
  return text.replaceAll(' ', '\u00a0').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
