import { createHash } from 'node:crypto';
import { localDate } from '../../domain/calendar/local-time.ts';

export interface Mail {
  id: string;
  to: string[];
  subject: string;
  html: string;
  text: string;
  attachments: { filename: string; content_type: string; sha256: string; size: number }[];
  idempotency_key: string;
}

// oxlint-disable-next-line typescript/no-explicit-any -- answers are whatever the other side says
export type Said = any;

export interface Answered {
  status: number;
  headers: Headers;
  body: Said;
}

export interface RunningStack {
  apiUrl: string;
  mailboxUrl: string;
  demo: { keys: { admin: string; operator: string } };
}

let serial = 0;
export const unique = (prefix: string): string => `${prefix}-${process.pid}-${Date.now()}-${(serial += 1)}`;

/** One creditor seen from outside: what its users and its payment system send over HTTP, and what the mailbox accepted. */
export class Business {
  readonly #stack: RunningStack;
  readonly key: string;

  constructor(stack: RunningStack, key: string = stack.demo.keys.admin) {
    this.#stack = stack;
    this.key = key;
  }

  /** Another creditor of the same installation, so that its settings are its own. */
  async another(): Promise<Business> {
    const operator = new Business(this.#stack, this.#stack.demo.keys.operator);
    const { body } = await operator.ask('POST', '/creditors', { name: unique('Créancier') });
    return new Business(this.#stack, body.admin_key as string);
  }

  async ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answered> {
    const type = typeof body === 'string' ? 'text/csv' : 'application/json';
    const response = await fetch(`${this.#stack.apiUrl}/v1${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${this.key}`,
        ...(body === undefined ? {} : { 'Content-Type': type }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') && text !== '';
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
  }

  /**
   * Like `ask`, for requests that must succeed; returns the body. When a busy machine answers "no verdict yet", it asks again, as a
   * client would.
   */
  async do(method: string, path: string, body?: unknown): Promise<Said> {
    const headers: Record<string, string> = method === 'GET' ? {} : { 'Idempotency-Key': unique('e2e') };
    for (let asked = 1; ; asked += 1) {
      const answer = await this.ask(method, path, body, headers);
      if (answer.status < 300) return answer.body;
      const isBusy = answer.body.code === 'no_verdict' && asked < 6;
      if (!isBusy) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    }
  }

  /** Changes a thing with the version just read, as a user does. */
  async change(path: string, body: unknown): Promise<Answered> {
    const { headers } = await this.ask('GET', path);
    return this.ask('PATCH', path, body, { 'If-Match': headers.get('etag') ?? '' });
  }

  async bytes(path: string): Promise<Buffer> {
    const response = await fetch(`${this.#stack.apiUrl}/v1${path}`, {
      headers: { Authorization: `Bearer ${this.key}` },
    });
    if (!response.ok) throw new Error(`GET ${path}: ${response.status}`);
    return Buffer.from(await response.arrayBuffer());
  }

  /** The mails that the mailbox accepted for this address, oldest first. */
  async mails(to: string): Promise<Mail[]> {
    const answer = await fetch(`${this.#stack.mailboxUrl}/messages?to=${encodeURIComponent(to)}`);
    return ((await answer.json()) as { data: Mail[] }).data.toReversed();
  }

  async attachedBytes(mail: Mail, index = 0): Promise<Buffer> {
    const answer = await fetch(`${this.#stack.mailboxUrl}/messages/${mail.id}/attachments/${index}`);
    return Buffer.from(await answer.arrayBuffer());
  }

  async failNext(to: string, kind: string, next: number): Promise<void> {
    await this.#tellMailbox('/faults', { next, kind, to });
  }

  /** Sends the provider's signed event about a mail. */
  async providerSays(mail: Mail, type: string): Promise<void> {
    await this.#tellMailbox(`/messages/${mail.id}/webhooks`, { type });
  }

  async #tellMailbox(path: string, body: unknown): Promise<void> {
    const headers = { 'Content-Type': 'application/json' };
    const answer = await fetch(`${this.#stack.mailboxUrl}${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  }

  clock(): Promise<{ now_at: string; offset_days: number }> {
    return this.do('GET', '/demo/clock');
  }

  /** The local date at the creditor's: late in the evening in UTC it is tomorrow already. */
  async today(): Promise<string> {
    return localDate((await this.clock()).now_at, 'Europe/Paris');
  }

  advance(days: number): Promise<{ now_at: string }> {
    return this.do('POST', '/demo/clock', { advance_days: days });
  }
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
