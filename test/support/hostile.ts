// Texts that would like to be markup, and what a page is made of.
import fc from 'fast-check';
import { Parser } from 'htmlparser2';

export const hostileTexts: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '<script>document.title = "owned"</script>',
    '"><img src=x onerror="document.title=1">',
    "' autofocus onfocus='document.title=1",
    '</title></style><svg/onload=alert(1)>',
    '<!-- ',
    ']]><b>',
    '&lt;b&gt; &amp; &#60;',
    'javascript:alert(1)',
    '\u202eright to left',
    '</bdi></details></main>',
  ),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
);

/** All elements and comments of a document in order, with the names of their attributes. */
export function skeletonOf(html: string): string[] {
  const skeleton: string[] = [];
  const parser = new Parser({
    onopentag: (name, attributes) => skeleton.push([name, ...Object.keys(attributes)].join(' ')),
    onclosetag: (name) => skeleton.push(`/${name}`),
    oncomment: () => skeleton.push('comment'),
    onprocessinginstruction: (name) => skeleton.push(name),
  });
  parser.end(html);
  return skeleton;
}

/** All text between the elements of a document. */
export function textIn(html: string): string {
  let text = '';
  const parser = new Parser({ ontext: (part) => (text += part) }, { decodeEntities: true });
  parser.end(html);
  return text;
}
