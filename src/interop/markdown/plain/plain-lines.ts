// Step 1: a paste in the forms that are read. Each step leaves every line where it is, so that places stay those of the file.
import { areOurs } from '../lines/lines.ts';
import { withoutFrontMatter } from './front-matter.ts';
import { withPlainLabels, withSpacedLabels, withTextsBesideLabels } from './labels.ts';
import { withPlainMarks } from './marks.ts';
import { withoutQuotes } from './quotes.ts';
import { withSetextHeadings } from './setext.ts';

/** The lines of a text. In an export of ours a text may begin with what are marks and labels elsewhere. */
export function plainLines(text: string): readonly string[] {
  const headed = withSetextHeadings(withoutFrontMatter(text.split('\n')));
  const marked = areOurs(headed) ? headed : withPlainLabels(withPlainMarks(headed));
  return withSpacedLabels(withTextsBesideLabels(withoutQuotes(marked)));
}
