// What every chart is: a picture with a title and a sentence for those who do not see it, and the same figures as a table.
import { inPercent } from '../../core/text/wording.ts';
import { type Fill, type Markup, markup } from '../../html/markup.ts';

export interface Chart {
  /** Unique on the page. */
  readonly id: string;
  readonly title: string;
  /** What it shows, in a sentence. */
  readonly says: string;
  readonly pictures: readonly Picture[];
  readonly table: DataTable;
}

/** The inside of an SVG as wide as the page and so many CSS pixels high: less than a sheet of paper, which would cut it. */
export interface Picture {
  readonly height: number;
  readonly inside: Markup;
}

/** The first cell of a row is its head. Columns by their titles; cells of numbers stand right. */
export interface DataTable {
  readonly caption: string;
  readonly columns: Readonly<Record<string, 'words' | 'number'>>;
  readonly rows: readonly (readonly Fill[])[];
}

/** The pictures of a chart with their table: whoever sees no picture reads the same figures. */
export function figureOf({ id, title, says, pictures, table }: Chart): Markup {
  const drawn = pictures.map(({ height, inside }, index) => {
    const own = `${id}-${index + 1}`;
    const name = pictures.length > 1 ? `${title}, part ${index + 1} of ${pictures.length}` : title;
    return markup`<svg class="chart" role="img" aria-labelledby="${own}-title ${own}-says" width="100%" height="${height}">
<title id="${own}-title">${name}</title><desc id="${own}-says">${says}</desc>
${inside}</svg>
`;
  });
  return markup`<figure>
${drawn}<details class="twin"><summary>${title}, as a table</summary>
${tableOf(table)}
</details>
</figure>`;
}

function tableOf({ caption, columns, rows }: DataTable): Markup {
  const looks = Object.values(columns);
  const heads = Object.keys(columns).map((title, at) => markup`<th scope="col" class="${looks[at]}">${title}</th>`);
  const bodies = rows.map(([first, ...rest]) => {
    const cells = rest.map((cell, at) => markup`<td class="${looks[at + 1]}">${cell}</td>`);
    return markup`<tr><th scope="row" class="${looks[0]}" dir="auto">${first}</th>${cells}</tr>\n`;
  });
  return markup`<table><caption>${caption}</caption>
<thead><tr>${heads}</tr></thead>
<tbody>
${bodies}</tbody></table>`;
}

/** A share as a place across the picture: "62.5%". */
export function across(share: number): string {
  return `${Math.round(share * 1000) / 10}%`;
}

/** The lower and upper end of a range in words: "43–78 %". */
export function rangeOf(low: number, high: number): string {
  return `${Math.round(low * 100)}–${inPercent(high)}`;
}
