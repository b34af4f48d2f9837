import { z } from 'zod';
import { httpCall, type HttpExchange } from '../http-call.ts';
import type { Explanation } from '../http-status.ts';

export interface MailevaOptions {
  clientId: string;
  clientSecret: string;
  username: string;
  password: string;
  /** `https://api.maileva.com`, without a service's path. */
  baseUrl?: string;
  tokenUrl?: string;
  timeoutMs?: number;
}

const MAILEVA_URL = 'https://api.maileva.com';
const MAILEVA_TOKEN_URL = 'https://connexion.maileva.com/auth/realms/services/protocol/openid-connect/token';
const DEFAULT_TIMEOUT_MS = 30_000;

const tokenBody = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().optional() });
const errorsBody = z.object({
  errors: z.array(z.object({ code: z.string(), message: z.string().optional() })).min(1),
});

/** Maileva's explanation of a call that it refused. */
export function mailevaSaid(body: unknown): Explanation | null {
  const read = errorsBody.safeParse(body);
  const [first] = read.data?.errors ?? [];
  return first ? { code: first.code, text: first.message ?? '' } : null;
}

export interface MailevaRequest {
  method: 'GET' | 'POST' | 'DELETE';
  /** With the service: `/registered_mail/v4/sendings`. */
  path: string;
  json?: unknown;
  form?: FormData;
}

/** Makes calls with an OAuth 2 token of the password grant, which is renewed when it has expired or was refused. */
export class MailevaSession {
  private readonly options: MailevaOptions;
  private readonly baseUrl: string;
  private token: { value: string; untilMs: number } | null = null;

  constructor(options: MailevaOptions) {
    this.options = options;
    this.baseUrl = new URL(options.baseUrl ?? MAILEVA_URL).href.replace(/\/+$/, '');
  }

  async call(request: MailevaRequest, signal: AbortSignal): Promise<{ at: 'token' | 'call'; exchange: HttpExchange }> {
    for (const isLast of [false, true]) {
      const token = await this.freshToken(signal);
      if (typeof token !== 'string') return { at: 'token', exchange: token };
      const exchange = await this.send(request, token, signal);
      if (exchange.kind !== 'answered' || exchange.status !== 401 || isLast) return { at: 'call', exchange };
      this.token = null;
    }
    throw new Error('unreachable');
  }

  private async freshToken(signal: AbortSignal): Promise<string | HttpExchange> {
    if (this.token && this.token.untilMs > Date.now() + 10_000) return this.token.value;
    const { clientId, clientSecret, username, password, tokenUrl = MAILEVA_TOKEN_URL } = this.options;
    const exchange = await httpCall(
      {
        method: 'POST',
        url: tokenUrl,
        headers: { authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}` },
        body: new URLSearchParams({ grant_type: 'password', username, password }),
        timeoutMs: this.options.timeoutMs ?? DEFAULT_TIMEOUT_MS,
      },
      signal,
    );
    const read = exchange.kind === 'answered' ? tokenBody.safeParse(exchange.body) : null;
    if (!read?.success) return exchange;
    const { access_token: value, expires_in: seconds = 60 } = read.data;
    this.token = { value, untilMs: Date.now() + seconds * 1000 };
    return value;
  }

  private send(request: MailevaRequest, token: string, signal: AbortSignal): Promise<HttpExchange> {
    const { method, path, json, form } = request;
    const headers: Record<string, string> = { authorization: `Bearer ${token}` };
    if (json !== undefined) headers['content-type'] = 'application/json';
    const body = form ?? (json === undefined ? undefined : JSON.stringify(json));
    return httpCall(
      {
        method,
        url: `${this.baseUrl}${path}`,
        headers,
        timeoutMs: this.options.timeoutMs ?? DEFAULT_TIMEOUT_MS,
        ...(body === undefined ? {} : { body }),
      },
      signal,
    );
  }
}
