import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mailboxApp } from './app.ts';
import { Ledger } from './ledger.ts';
import { PaperLedger } from './paper-ledger.ts';

export interface MailboxOptions {
  /** 0 takes a free port. */
  port: number;
  /** The mailbox's own folder; created when absent. */
  dataDir: string;
  /** 127.0.0.1 when absent. */
  host?: string;
  /** Other names and addresses under which it answers too. */
  names?: readonly string[];
  /** `whsec_…`. Without it or `apiUrl`, `POST /messages/{id}/webhooks` answers 503. */
  webhookSecret?: string;
  /** Without `/v1`. */
  apiUrl?: string;
}

export interface RunningMailbox {
  /** Without a trailing slash. */
  url: string;
  port: number;
  /** Resolves once everything accepted is on the disk; open calls are cut off. */
  stop(): Promise<void>;
}

/** Starts the local mailbox in this process. Throws when the port is taken or the ledger cannot be read. */
export async function startMailbox(options: MailboxOptions): Promise<RunningMailbox> {
  const { port, dataDir, host = '127.0.0.1', names = [], ...target } = options;
  const ledger = await Ledger.open(dataDir);
  const papers = await PaperLedger.open(dataDir);
  const server = createServer(mailboxApp(ledger, papers, target, [host, ...names]));
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (error) {
    await Promise.all([ledger.close(), papers.close()]);
    throw error;
  }
  const address = server.address() as AddressInfo;
  const shownHost = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return {
    url: `http://${shownHost}:${address.port}`,
    port: address.port,
    async stop() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
      await Promise.all([ledger.close(), papers.close()]);
    },
  };
}
