// YAML in: read by the reader of banks, so with its limits but that of marks; everything stays text as written.
import { readYaml } from '../bank/read.ts';
import { limits } from '../core/limits.ts';
import { child, type Node } from '../core/node.ts';
import { countingIn, questionFromData } from './data.ts';
import { refused } from './draft.ts';
import { isData } from './fields.ts';
import type { Format, Source, Taken } from './format.ts';
import { type Branch, recordsIn } from './records.ts';

export const yaml: Format = { name: 'yaml', endings: ['.yaml', '.yml'], reads: readYamlFile };

function* readYamlFile({ file, text }: Source): Iterable<Taken> {
  if (text.length > limits.fileBytes) {
    yield refused(
      { file, line: 1 },
      'too-large',
      `a YAML file may have ${limits.fileBytes / 1_000_000} MB at most: split it`,
    );
    return;
  }
  const read = readYaml(file, text, limits.importYamlTokens);
  if ('problems' in read) {
    yield* read.problems.slice(0, 1).map(({ at, code, message, hint }) => refused(at, code, `${message}; ${hint}`));
    return;
  }
  const records = [...recordsIn(branchOf(read.node))].map(({ node }) => node);
  if (records.length === 0) {
    yield refused({ file, line: 1 }, 'no-questions', 'there is no list of questions in it');
    return;
  }
  const around = { counting: countingIn(records.map(plain)), cases: casesIn(read.node) };
  for (const record of records) yield questionFromData({ file, line: record.at.line }, plain(record), around);
}

interface YamlBranch extends Branch {
  readonly node: Node;
}

function branchOf(node: Node, name = ''): YamlBranch {
  const kind = node.kind === 'text' ? 'leaf' : node.kind;
  return { kind, name, node, members: () => membersOf(node) };
}

function* membersOf(node: Node): Iterable<YamlBranch> {
  if (node.kind === 'list') for (const item of node.items) yield branchOf(item);
  if (node.kind === 'map') for (const { key, value } of node.entries) yield branchOf(value, key.value);
}

function plain(node: Node): unknown {
  if (node.kind === 'text') return node.value;
  if (node.kind === 'list') return node.items.map(plain);
  return Object.fromEntries(node.entries.map(({ key, value }) => [key.value, plain(value)]));
}

function casesIn(node: Node): Map<string, string> {
  const cases = child(node, 'cases');
  const value = cases && plain(cases);
  return isData(value) ? new Map(Object.entries(value).map(([id, text]) => [id, String(text)])) : new Map();
}
