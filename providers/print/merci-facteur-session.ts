import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { httpCall, type HttpCall, type HttpExchange } from '../http-call.ts';
import { type Explanation, isSuccess } from '../http-status.ts';

export interface MerciFacteurOptions {
  serviceId: string;
  secretKey: string;
  /** The user at Merci Facteur on whose behalf letters leave. */
  userId: string;
  /** Addresses from which the token may be used, joined by `;`. */
  authorizedIps?: string;
  baseUrl?: string;
  timeoutMs?: number;
}

const MERCI_FACTEUR_URL = 'https://www.merci-facteur.com/api/1.2/prod/service';
const DEFAULT_TIMEOUT_MS = 30_000;
/** What their documentation says to send when the restriction is lifted. */
const NO_RESTRICTION = '111.111.111';

const tokenBody = z.object({
  success: z.literal(true),
  token: z.string().min(1),
  expire: z.coerce.number().optional(),
});
const errorBody = z.object({
  success: z.literal(false),
  error: z.union([z.string(), z.object({ code: z.coerce.string().optional(), text: z.coerce.string().optional() })]),
});

/**
 * Merci Facteur's explanation of a call that did not succeed, whatever the status. By their documentation nothing was sent
 * then.
 */
export function saidBy(body: unknown): Explanation | null {
  const read = errorBody.safeParse(body);
  if (!read.success) return null;
  const { error } = read.data;
  return typeof error === 'string'
    ? { code: error, text: error }
    : { code: error.code ?? 'error', text: error.text ?? '' };
}

/** A refusal inside an answer with a successful HTTP status: its code and its words for people. */
export function refusalIn(exchange: HttpExchange): { code: string; detail: string } | null {
  if (exchange.kind !== 'answered' || !isSuccess(exchange.status)) return null;
  const says = saidBy(exchange.body);
  if (!says) return null;
  const detail = `${exchange.status} ${says.code}: ${says.text || 'no readable explanation'}`.slice(0, 500);
  return { code: says.code, detail };
}

/** Whether the answer is about the token and not about the request: then nothing was done. */
export const isAboutToken = (exchange: HttpExchange): boolean =>
  exchange.kind === 'answered' && (exchange.status === 401 || /token/i.test(refusalIn(exchange)?.code ?? ''));

/** Makes calls with a token that is requested once in 24 hours. The secret key itself never leaves the process. */
export class MerciFacteurSession {
  private readonly options: MerciFacteurOptions;
  private readonly baseUrl: string;
  private token: { value: string; until: number } | null = null;

  constructor(options: MerciFacteurOptions) {
    this.options = options;
    this.baseUrl = new URL(options.baseUrl ?? MERCI_FACTEUR_URL).href.replace(/\/+$/, '');
  }

  /** Makes a call with a token. When the token was refused (nothing was done then), repeats it once with a new token. */
  async call(
    request: { method: 'GET' | 'POST'; path: string; body?: URLSearchParams },
    signal: AbortSignal,
  ): Promise<{ at: 'token' | 'call'; exchange: HttpExchange }> {
    for (const isLast of [false, true]) {
      const token = await this.freshToken(signal);
      if (typeof token !== 'string') return { at: 'token', exchange: token };
      const exchange = await this.send(request, { 'ww-access-token': token }, signal);
      if (!isAboutToken(exchange) || isLast) return { at: 'call', exchange };
      this.token = null;
    }
    throw new Error('unreachable');
  }

  private async freshToken(signal: AbortSignal): Promise<string | HttpExchange> {
    const nowSeconds = Math.floor(Date.now() / 1000);
    if (this.token && this.token.until > nowSeconds + 60) return this.token.value;
    const { serviceId, secretKey, authorizedIps } = this.options;
    const signature = createHmac('sha256', secretKey).update(`${serviceId}${nowSeconds}`).digest('hex');
    const headers = {
      'ww-service-signature': signature,
      'ww-timestamp': String(nowSeconds),
      'ww-authorized-ip': authorizedIps ?? NO_RESTRICTION,
    };
    const exchange = await this.send({ method: 'GET', path: '/getToken' }, headers, signal);
    const read = exchange.kind === 'answered' ? tokenBody.safeParse(exchange.body) : null;
    if (!read?.success) return exchange;
    this.token = { value: read.data.token, until: read.data.expire ?? nowSeconds + 86_400 };
    return this.token.value;
  }

  private send(
    { method, path, body }: { method: 'GET' | 'POST'; path: string; body?: URLSearchParams },
    headers: Record<string, string>,
    signal: AbortSignal,
  ): Promise<HttpExchange> {
    const call: HttpCall = {
      method,
      url: `${this.baseUrl}${path}`,
      headers: { 'ww-service-id': this.options.serviceId, ...headers },
      timeoutMs: this.options.timeoutMs ?? DEFAULT_TIMEOUT_MS,
      ...(body ? { body } : {}),
    };
    return httpCall(call, signal);
  }
}
