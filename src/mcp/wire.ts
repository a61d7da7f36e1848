// Standard input and output for the protocol. That of its makers closes where the input ends; here what was asked until then is answered.
import { PassThrough } from 'node:stream';
import { isJSONRPCRequest, type JSONRPCMessage, type Transport } from '@modelcontextprotocol/server';
import { StdioServerTransport } from '@modelcontextprotocol/server/stdio';

/** A transport that closes when the input is over and every request in it has its reply. `closed` is called then. */
export function wire(closed: () => void): Transport {
  const input = new PassThrough();
  const stdio = new StdioServerTransport(input);
  const open = new Set<unknown>();
  let isOver = false;
  const endWhenAnswered = () => {
    const isRead = input.readableLength + input.writableLength === 0;
    if (isOver && isRead && open.size === 0) input.end();
  };
  const over = () => {
    isOver = true;
    endWhenAnswered();
  };
  const transport: Transport = {
    async start() {
      stdio.onmessage = (message) => {
        if (isJSONRPCRequest(message)) open.add(message.id);
        else open.delete(cancelled(message));
        transport.onmessage?.(message);
      };
      stdio.onerror = (error) => transport.onerror?.(error);
      stdio.onclose = () => {
        transport.onclose?.();
        closed();
      };
      await stdio.start();
      input.on('data', endWhenAnswered); // behind that of stdio, which has read it by then
      process.stdin.once('end', over).once('close', over).once('error', over).pipe(input, { end: false });
    },
    async send(message) {
      await stdio.send(message);
      if (!('method' in message)) open.delete(message.id);
      endWhenAnswered();
    },
    close: () => stdio.close(),
  };
  return transport;
}

/** The request that gets no reply any more, where a message says so. */
function cancelled(message: JSONRPCMessage): unknown {
  return 'method' in message && message.method === 'notifications/cancelled' ? message.params?.requestId : undefined;
}
