import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The fault that the call about this mail meets, or null. `nth` counts the calls with this recipient, from 1. */
export type Decide = (to: string, nth: number) => string | null;

/** A proxy to the mailbox. On every call it may cause one of the mailbox's own faults, and it may be away altogether. */
export interface ProviderProxy {
  url: string;
  decide: Decide;
  /** How many calls met each kind of fault; `none` counts those that met none. */
  met: Map<string, number>;
  /** Until `comeBack` nothing listens: connections are refused. */
  goAway(): Promise<void>;
  comeBack(): Promise<void>;
}

export async function startProviderProxy(mailboxPort: number): Promise<ProviderProxy> {
  const calls = new Map<string, number>();
  const proxy: ProviderProxy = { url: '', decide: () => null, met: new Map(), goAway, comeBack: () => listen(port) };
  const server: Server = createServer((incoming, outgoing) => {
    void forward(incoming, outgoing).catch(() => outgoing.destroy());
  });

  async function forward(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    if (incoming.method === 'POST' && incoming.url === '/emails') await meetFault(body);
    pass(incoming, outgoing, body);
  }

  async function meetFault(body: Buffer): Promise<void> {
    const { to } = JSON.parse(body.toString('utf8')) as { to: string | string[] };
    const [recipient = ''] = [to].flat();
    const nth = (calls.get(recipient) ?? 0) + 1;
    calls.set(recipient, nth);
    const kind = proxy.decide(recipient, nth);
    proxy.met.set(kind ?? 'none', (proxy.met.get(kind ?? 'none') ?? 0) + 1);
    if (kind) await orderFault(mailboxPort, recipient, kind);
  }

  function pass(incoming: IncomingMessage, outgoing: ServerResponse, body: Buffer): void {
    const { method, url, headers } = incoming;
    const onward = request({ host: '127.0.0.1', port: mailboxPort, method, path: url, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
      answer.on('error', () => outgoing.destroy());
    });
    // A reset on the far side becomes a reset on this side.
    onward.on('error', () => incoming.socket.resetAndDestroy());
    outgoing.on('close', () => onward.destroy());
    onward.end(body);
  }

  async function listen(at: number): Promise<void> {
    server.listen(at, '127.0.0.1');
    await once(server, 'listening');
  }

  async function goAway(): Promise<void> {
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  }

  await listen(0);
  const { port } = server.address() as AddressInfo;
  proxy.url = `http://127.0.0.1:${port}`;
  return proxy;
}

/** Tells the mailbox to fail the next call to that address in this way. */
async function orderFault(mailboxPort: number, to: string, kind: string): Promise<void> {
  await fetch(`http://127.0.0.1:${mailboxPort}/faults`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ next: 1, kind, to }),
  });
}
