// The tools over the Model Context Protocol, on standard input and output and nowhere else. Nothing but this and wire.ts knows the protocol.
import { fromJsonSchema, McpServer } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { safeJson } from '../core/text/safe.ts';
import { Failure } from '../failure.ts';
import { output } from '../system/output.ts';
import type { Given, Tool } from './tool.ts';
import { wire } from './wire.ts';

export interface Server {
  readonly version: string;
  /** What an assistant should know before it calls anything. */
  readonly instructions: string;
  readonly tools: readonly Tool[];
}

/** Answers calls, one after another, until the other side is gone. Rejects with an error that is no failure: a bug. */
export function serve({ version, instructions, tools }: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    const inTurn = turns();
    const connect = () => {
      const server = new McpServer({ name: 'quiz', title: 'quiz', version }, { instructions });
      for (const tool of tools) register(server, tool, inTurn, reject);
      return server;
    };
    output(); // its reader may go away
    serveStdio(connect, { transport: wire(() => void inTurn(async () => resolve())) });
  });
}

type InTurn = <T>(act: () => Promise<T>) => Promise<T>;

/** Calls may come at once; the records have one writer. */
function turns(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (act) => {
    const next = last.then(act);
    last = next.catch(() => undefined);
    return next;
  };
}

function register(server: McpServer, tool: Tool, inTurn: InTurn, giveUp: (error: unknown) => void): void {
  const { name, title, description, input, required = [], isReadOnly } = tool;
  const inputSchema = fromJsonSchema<Given>({
    type: 'object',
    properties: { ...input },
    required: [...required],
    additionalProperties: false,
  });
  const annotations = { readOnlyHint: isReadOnly, destructiveHint: false, openWorldHint: false };
  server.registerTool(name, { title, description, inputSchema, annotations }, async (given) => {
    try {
      return contentOf(await inTurn(() => tool.run(given)), false);
    } catch (error) {
      if (error instanceof Failure) return contentOf(failureDocument(error), true);
      giveUp(error);
      throw error;
    }
  });
}

/** Texts of banks and notes come as the JSON of all our documents: nothing in it could drive a terminal that shows it. */
function contentOf(document: unknown, isError: boolean) {
  return { content: [{ type: 'text' as const, text: safeJson(document) }], isError };
}

function failureDocument({ code, message, hint, at }: Failure) {
  return { schema: 1, error: { code, message, hint, ...at } };
}
