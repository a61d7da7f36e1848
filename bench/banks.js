// Banks of any size on disk, with what real ones have: notes that are quoted, a tree of topics, a weighted exam, families,
// enemies and case texts.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { records, seeded, words } from './seeded.js';

export const QUESTIONS_A_FILE = 100;
const AREAS = 8;
const TOPICS_AN_AREA = 5;
const LINES_A_SECTION = 10;

/** Writes a bank of `n` questions. Its folder. */
export function writeBank(folder, n) {
  mkdirSync(folder, { recursive: true });
  const next = seeded(11);
  const topics = Array.from({ length: AREAS * TOPICS_AN_AREA }, (_, index) => {
    const lines = Array.from({ length: LINES_A_SECTION }, (_, line) => `${words(next, 10)} ${index}-${line}`);
    return {
      id: `a${Math.floor(index / TOPICS_AN_AREA)}/t${index % TOPICS_AN_AREA}`,
      title: `Section ${index}`,
      lines,
    };
  });
  writeFileSync(join(folder, 'notes.md'), topics.map(sectionOf).join('\n'));
  writeFileSync(join(folder, 'bank.yaml'), manifestOf(n, topics));
  let text = '';
  let index = 0;
  for (const record of records(n)) {
    text += questionOf(record, index, topics[Math.floor(next() * topics.length)], next);
    index += 1;
    if (index % QUESTIONS_A_FILE > 0 && index < n) continue;
    writeFileSync(join(folder, fileName(Math.ceil(index / QUESTIONS_A_FILE) - 1)), `questions:\n${text}`);
    text = '';
  }
  return folder;
}

/** Writes a bank of `n` questions and notes of as many lines, each quoted with a letter changed. Its folder. */
export function writeLostBank(folder, n) {
  mkdirSync(folder, { recursive: true });
  const next = seeded(5);
  const lines = Array.from({ length: n }, (_, at) => `${words(next, 10)} ${at}`);
  const sectionAt = (at) => Math.floor(at / 100);
  writeFileSync(
    join(folder, 'notes.md'),
    lines.map((line, at) => `${at % 100 === 0 ? `## Section ${sectionAt(at)}\n\n` : ''}- ${line}\n`).join(''),
  );
  const questions = Array.from(records(n), ({ stem, options, key }, index) => {
    const at = Math.floor(next() * n);
    const quote = lines[at].replace(/(\w{3})\w(\w{2})/, '$1x$2');
    const choices = options.map(
      (text, option) => `      - { id: o${option}, text: "${text}", why: "${words(next, 5)}" }\n`,
    );
    return `  - id: q${index}
    type: single
    topics: [t]
    stem: "${stem}"
    options:
${choices.join('')}    answer: o${key}
    quotes: [{ section: Section ${sectionAt(at)}, text: "${quote}" }]
`;
  });
  for (let file = 0; file * QUESTIONS_A_FILE < n; file++)
    writeFileSync(
      join(folder, fileName(file)),
      `questions:\n${questions.slice(file * QUESTIONS_A_FILE, (file + 1) * QUESTIONS_A_FILE).join('')}`,
    );
  return folder;
}

/** The name of the file with that number. */
export function fileName(number) {
  return `q${String(number).padStart(5, '0')}.yaml`;
}

function sectionOf({ title, lines }) {
  return `## ${title}\n\n${lines.map((line) => `- ${line}\n`).join('')}`;
}

function manifestOf(n, topics) {
  const areas = Array.from({ length: AREAS }, (_, area) => `a${area}`);
  return `id: bench-${n}
title: Bench ${n}
notes: notes.md
topics:
${[...areas.map((id) => ({ id, title: `Area ${id}` })), ...topics].map(({ id, title }) => `  ${id}: ${title}\n`).join('')}
exams:
  - id: mock
    title: Mock
    questions: 65
    minutes: 130
    pass: 72
    weights: { ${areas.map((id, area) => `${id}: ${area + 1}`).join(', ')} }
`;
}

function questionOf({ stem, options, key }, index, { id: topic, title, lines }, next) {
  const line = lines[Math.floor(next() * lines.length)];
  const choices = options.map(
    (text, option) => `      - { id: o${option}, text: "${text}", why: "${words(next, 5)} ${option}" }\n`,
  );
  return `  - id: q${index}
    type: single
    topics: [${topic}]
    stem: "${stem}"
    options:
${choices.join('')}    answer: o${key}
    why: "${words(next, 8)}"
    quotes: [{ section: ${title}, text: "${line}" }]
${index % 10 === 0 ? `    family: f${Math.floor(index / 20)}\n` : ''}${index % 50 === 1 ? `    enemies: [q${index - 1}]\n` : ''}`;
}
