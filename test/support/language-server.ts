// The YAML language server that editors use, as a process of its own, spoken to over stdio as an editor does.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { environment } from './quiz.ts';

const SERVER = join(import.meta.dirname, '../../node_modules/yaml-language-server/bin/yaml-language-server');

/** A mistake that an editor underlines. Line and column count from 1. */
export interface Squiggle {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export interface Editor {
  /**
   * Opens a file with a text, or changes it; what is underlined then. The server may tell once more of the text before: `isNews` tells
   * what is waited for.
   */
  edit(path: string, text: string, isNews?: (squiggles: readonly Squiggle[]) => boolean): Promise<Squiggle[]>;
  /** What is offered at a place; line and column count from 1. */
  complete(path: string, line: number, column: number): Promise<string[]>;
  close(): void;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  // biome-ignore lint/suspicious/noExplicitAny: whatever the server says
  readonly params?: any;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  readonly result?: any;
}

/** Starts the server; `command` may put another program before it. */
export async function openEditor(folder: string, command: readonly string[] = []): Promise<Editor> {
  const [file = '', ...args] = [...command, process.execPath, SERVER, '--stdio'];
  const child = spawn(file, args, { env: environment(folder), cwd: folder });
  const answers = new Map<number, (result: Message['result']) => void>();
  const published = new Map<string, (squiggles: Squiggle[]) => void>();
  let requests = 0;
  let version = 0;
  const send = (message: object) => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  const request = (method: string, params: object) =>
    new Promise<Message['result']>((resolve) => {
      requests += 1;
      answers.set(requests, resolve);
      send({ id: requests, method, params });
    });
  listen(child, ({ id, method, params, result }) => {
    if (method === 'textDocument/publishDiagnostics') published.get(params.uri)?.(params.diagnostics.map(asSquiggle));
    else if (method !== undefined && id !== undefined)
      send({ id, result: method.includes('onfiguration') ? [{}] : null });
    else if (id !== undefined) answers.get(id)?.(result);
  });
  await request('initialize', {
    processId: process.pid,
    rootUri: pathToFileURL(folder).href,
    capabilities: { textDocument: { completion: { completionItem: { snippetSupport: false } } } },
    initializationOptions: {},
  });
  send({ method: 'initialized', params: {} });
  const settings = { yaml: { validate: true, completion: true, hover: true, schemaStore: { enable: false } } };
  send({ method: 'workspace/didChangeConfiguration', params: { settings } });
  return {
    edit(path, text, isNews = () => true) {
      const uri = pathToFileURL(path).href;
      const isOpen = published.has(uri);
      const told = new Promise<Squiggle[]>((resolve) =>
        published.set(uri, (squiggles) => {
          if (isNews(squiggles)) resolve(squiggles);
        }),
      );
      version += 1;
      if (isOpen)
        send({
          method: 'textDocument/didChange',
          params: { textDocument: { uri, version }, contentChanges: [{ text }] },
        });
      else
        send({
          method: 'textDocument/didOpen',
          params: { textDocument: { uri, languageId: 'yaml', version, text } },
        });
      return told;
    },
    async complete(path, line, column) {
      const textDocument = { uri: pathToFileURL(path).href };
      const position = { line: line - 1, character: column - 1 };
      const { items } = await request('textDocument/completion', { textDocument, position });
      return items.map(({ label }: { label: string }) => label);
    },
    close: () => void child.kill(),
  };
}

/** Calls back with each message of the server. */
function listen(child: ChildProcessWithoutNullStreams, take: (message: Message) => void): void {
  let bytes = Buffer.alloc(0);
  child.stderr.resume();
  child.stdout.on('data', (chunk: Buffer) => {
    bytes = Buffer.concat([bytes, chunk]);
    for (;;) {
      const head = bytes.indexOf('\r\n\r\n');
      const length = Number(/Content-Length: (\d+)/i.exec(bytes.subarray(0, head).toString())?.[1]);
      if (head < 0 || bytes.length < head + 4 + length) return;
      const body = bytes.subarray(head + 4, head + 4 + length).toString();
      bytes = bytes.subarray(head + 4 + length);
      take(JSON.parse(body) as Message);
    }
  });
}

function asSquiggle(diagnostic: { range: { start: { line: number; character: number } }; message: string }): Squiggle {
  const { line, character } = diagnostic.range.start;
  return { line: line + 1, column: character + 1, message: diagnostic.message };
}
