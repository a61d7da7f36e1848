// QTI, and how it is read: files of items, or zip packages of them. Here those of 2.x and 3.0, whose names are read as those of 2.x.
import { limits } from '../../core/limits.ts';
import type { Format, Place, Source, Taken } from '../format.ts';
import { noting } from '../markup/plain-text.ts';
import { childNamed, childrenNamed, descendants, type Element, parseXml } from '../markup/xml.ts';
import { lineCounter } from '../reading/lines.ts';
import { decode } from '../reading/source.ts';
import { refused, takenFrom } from '../reading/taken.ts';
import { paragraphs } from '../reading/texts.ts';
import { bodyOf, INTERACTIONS, type ToText } from './body.ts';
import { asVersion2, markupToText } from './markup.ts';
import { isVersion1, readVersion1 } from './version1/read.ts';
import { writeQti } from './write.ts';
import { unzip } from './zip.ts';

export const qti: Format = {
  name: 'qti',
  carries: 'all types; reasons',
  endings: ['.zip', '.xml'],
  recognises: (text) =>
    /<(?:\w+:)?(?:assessmentItem|qti-assessment-item|questestinterop|assessmentTest|qti-assessment-test)[\s>]/.test(
      text.slice(0, 100_000),
    ),
  reads: readQti,
  writes: writeQti,
};

function* readQti({ file, text, bytes }: Source): Iterable<Taken> {
  if (text !== '') {
    yield* readItems(file, text, true, () => undefined);
    return;
  }
  const unzipped = unzip(bytes, /\.(xml|dat)$/i); // Blackboard calls its files of XML .dat
  if ('error' in unzipped) {
    yield refused({ file, line: 1 }, 'broken-zip', unzipped.error);
    return;
  }
  const entries = unzipped.entries.filter(({ name }) => !name.startsWith('__MACOSX/')); // doubles that macOS packs beside files
  if (entries.length === 0)
    yield refused({ file, line: 1 }, 'no-questions', 'the zip is empty, or has no XML file in it');
  const known = new Set(entries.map(({ name }) => name));
  const stimulusAt = (path: string) => {
    const entry = entries.find(({ name }) => name === path || name === decodedName(path));
    const source = entry && decode(path, entry.bytes);
    return source === undefined || 'code' in source ? undefined : source.text;
  };
  for (const { name, bytes: content } of entries) {
    const source = decode(`${file}/${name}`, content);
    if ('code' in source) yield source;
    else {
      yield* readItems(source.file, source.text, false, (href) => stimulusAt(pathFrom(name, href)));
      yield* missingItems(source, name, known);
    }
  }
}

/** What the manifest of a package, or a test in it, names as an item and the package does not hold. What was told is known from then on. */
function* missingItems({ file, text }: Source, name: string, known: Set<string>): Iterable<Taken> {
  if (!/(^|\/)imsmanifest\.xml$/i.test(name) && !TEST.test(text.slice(0, 5000))) return;
  const parsed = parseXml(text, limits.manifestElements);
  if ('error' in parsed) return; // told when it was read as an item
  const root = asVersion2(parsed.root);
  const lineAt = lineCounter(text);
  const items = [
    ...descendants(root, /^resource$/).filter(({ attributes: { type = '' } }) => /item|^imsqti_xmlv1p2/i.test(type)),
    ...descendants(root, /^assessmentItemRef$/),
  ];
  for (const item of items) {
    const { attributes, offset } = item;
    const { href = childNamed(item, 'file')?.attributes.href ?? '' } = attributes;
    const path = pathFrom(name, href);
    if (href === '' || known.has(path) || known.has(decodedName(path))) continue;
    known.add(path);
    const line = lineAt(offset);
    const what = root.name === 'assessmentTest' ? 'test' : 'manifest';
    yield refused({ file, line }, 'missing-item', `the ${what} names "${href.slice(0, 80)}", which is not in the zip`);
  }
}

const TEST = /<(?:[\w-]+:)?(?:qti-assessment-test|assessmentTest)[\s>]/;

/** The path of what a file names, from where it stands itself. */
function pathFrom(file: string, href: string): string {
  const parts = file.split('/').slice(0, -1);
  for (const part of href.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** A name in a manifest is an address: spaces may stand as %20. */
function decodedName(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The text of a file that an item names; undefined where there is none. */
type FileAt = (href: string) => string | undefined;

/** The item of a file. In a package, manifests and tests are no items and are passed over; alone, they are refused. */
function* readItems(file: string, text: string, isAlone: boolean, fileAt: FileAt): Iterable<Taken> {
  const at = { file, line: 1 };
  if (isVersion1(text)) {
    yield* readVersion1({ file, text });
    return;
  }
  const isManifest = /(^|\/)imsmanifest\.xml$/i.test(file);
  const parsed = parseXml(text, isManifest ? limits.manifestElements : limits.importElements);
  if ('error' in parsed) {
    const line = text.slice(0, parsed.offset).split('\n').length;
    yield refused({ file, line }, /document type/.test(parsed.error) ? 'document-type' : 'broken-xml', parsed.error);
    return;
  }
  const root = asVersion2(parsed.root);
  if (root.name === 'assessmentItem') yield readItem(at, root, fileAt);
  else if (isAlone) yield refused(at, 'no-questions', `<${root.name.slice(0, 40)}> is not a QTI item`);
}

function readItem(at: Place, item: Element, fileAt: FileAt): Taken {
  const itemBody = childNamed(item, 'itemBody');
  if (!itemBody) return refused(at, 'no-stem', 'the item has no body');
  const interactions = descendants(itemBody, /Interaction$/);
  const [interaction] = interactions;
  if (!interaction) return refused(at, 'no-interaction', 'the item asks for nothing');
  const stranger = interactions.find(({ name }) => !INTERACTIONS.has(name));
  if (stranger) return refused(at, 'unsupported-type', `${stranger.name} is not taken in`);
  if (interactions.length > 1)
    return refused(at, 'several-interactions', `the item asks for ${interactions.length} things; one can be taken in`);
  if (descendants(itemBody, /^printedVariable$/).length > 0)
    return refused(at, 'unsupported-type', 'parts of its text are filled in anew each time (template variables)');
  const response = childrenNamed(item, 'responseDeclaration').find(
    ({ attributes: { identifier } }) => identifier === interaction.attributes.responseIdentifier,
  );
  if (!response) return refused(at, 'no-key', 'the item does not declare what is right');
  const { toText, seen } = noting(markupToText);
  const answered = bodyOf(interaction, response, item, toText);
  if ('code' in answered) return { at, ...answered };
  const { body, lost = [] } = answered;
  const passages = childrenNamed(item, 'assessmentStimulusRef').map(({ attributes: { href = '' } }) => ({
    href,
    body: stimulusIn(fileAt(href)),
  }));
  const missing = passages.find(({ body: found }) => found === undefined);
  if (missing)
    return refused(
      at,
      'missing-stimulus',
      `it asks about a text in another file, "${missing.href.slice(0, 80)}": import the package that holds both`,
    );
  const texts = [...passages.map(({ body: found }) => toText(found)), stemOf(itemBody, interaction, toText)];
  return takenFrom({
    at,
    stem: paragraphs(texts),
    why: paragraphs(childrenNamed(item, 'modalFeedback').map((feedback) => toText(feedback))),
    body,
    seen,
    lost: [
      ...lost,
      ...(hasFeedback(itemBody) ? ['feedback in the text'] : []),
      ...(descendants(itemBody, /^rubricBlock$/).length > 0 ? ['notes for those who score'] : []),
    ],
  });
}

function stimulusIn(text: string | undefined): Element | undefined {
  const parsed = text === undefined ? undefined : parseXml(text, limits.importElements);
  return parsed && 'root' in parsed ? childNamed(asVersion2(parsed.root), 'stimulusBody') : undefined;
}

/** Whether a text stands in the body that is shown after an answer, and not beside a choice. */
function hasFeedback(itemBody: Element): boolean {
  const ofChoices = descendants(itemBody, /Choice$/).flatMap((choice) => descendants(choice, /^feedbackInline$/));
  return descendants(itemBody, /^feedback(Block|Inline)$/).some((feedback) => !ofChoices.includes(feedback));
}

/** What stands around the interaction, with a gap in its place where it is one in a text, then its prompt. */
function stemOf(itemBody: Element, interaction: Element, toText: ToText): string {
  const gap = /^(textEntry|inlineChoice)Interaction$/.test(interaction.name) ? '____' : '';
  const around = toText(itemBody, (inner) => {
    if (inner === interaction) return gap;
    return /^(feedbackBlock|feedbackInline|rubricBlock|stylesheet)$/.test(inner.name) ? '' : undefined;
  });
  const prompt = toText(childNamed(interaction, 'prompt'));
  const alone = around.replace(/\n\n____$/, '');
  return paragraphs([alone, prompt]);
}
