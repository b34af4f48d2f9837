import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A proxy to the mailbox on which a call is held until it is released. */
export interface HeldProvider {
  url: string;
  /** Resolves once a call is held. */
  isHeld: Promise<void>;
  letThrough(): void;
  stop(): Promise<void>;
}

export async function holdProvider(mailboxUrl: string): Promise<HeldProvider> {
  let begin: () => void = () => undefined;
  let letThrough: () => void = () => undefined;
  const isHeld = new Promise<void>((resolve) => (begin = resolve));
  const through = new Promise<void>((resolve) => (letThrough = resolve));
  const answerTo = async (incoming: IncomingMessage) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    begin();
    await through;
    const { authorization = '', 'idempotency-key': key = '' } = incoming.headers;
    const headers = {
      Authorization: authorization,
      'Idempotency-Key': String(key),
      'Content-Type': 'application/json',
    };
    return fetch(mailboxUrl + incoming.url, { method: 'POST', headers, body: Buffer.concat(chunks) });
  };
  const server = createServer((incoming, outgoing) => {
    const answered = answerTo(incoming).then(async (answer) => {
      outgoing.writeHead(answer.status, { 'Content-Type': 'application/json' }).end(await answer.text());
    });
    answered.catch(() => outgoing.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const stop = async () => {
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, isHeld, letThrough, stop };
}
