import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import type { Acceptance, Acceptor } from './acceptance.ts';
import { emailRequest } from './email-request.ts';
import { isAccepting } from './faults.ts';
import type { FaultKind, Faults } from './faults.ts';
import { sendProviderError } from './provider-error.ts';

const MAX_KEY_LENGTH = 256;

function refuseKey(request: Request, response: Response): boolean {
  const [, apiKey] = /^Bearer (\S+)$/.exec(request.get('authorization') ?? '') ?? [];
  if (apiKey === undefined) {
    sendProviderError(response, 401, 'missing_api_key', 'Missing API key in the authorization header.');
  } else if (!apiKey.startsWith('re_')) {
    sendProviderError(response, 403, 'invalid_api_key', 'API key is invalid.');
  }
  return apiKey?.startsWith('re_') !== true;
}

/** The provider's own words for each refusal: status, name, message. */
const REFUSALS: Partial<Record<FaultKind, [number, string, string]>> = {
  '500': [500, 'internal_server_error', 'An unexpected error occurred.'],
  '429': [429, 'rate_limit_exceeded', 'Too many requests. Please limit the number of requests per second.'],
  daily_quota: [429, 'daily_quota_exceeded', 'You have reached your daily email sending quota.'],
  monthly_quota: [429, 'monthly_quota_exceeded', 'You have reached your monthly email sending quota.'],
  '422': [422, 'validation_error', 'We found an error with one or more fields in the request.'],
  '401': [401, 'missing_api_key', 'Missing API key in the authorization header.'],
  '403': [403, 'validation_error', 'The domain is not verified. Please, add and verify your domain.'],
};

/** Fails in the way that was ordered. With a fault that accepts, the mail is already in the ledger. */
function fail(kind: FaultKind, request: Request, response: Response): void {
  const refusal = REFUSALS[kind];
  if (refusal) {
    if (kind === '429') response.set('Retry-After', '1');
    const [status, name, message] = refusal;
    // Providers quote the address in their refusal, so the mailbox does too.
    const to = [(request.body as { to?: unknown }).to].flat().join(', ');
    sendProviderError(response, status, name, kind === '422' ? `${message} Invalid to: ${to}.` : message);
    return;
  }
  switch (kind) {
    case 'accept_then_reset':
    case 'reset':
      request.socket.resetAndDestroy();
      return;
    case 'bad_body':
      response.status(200).type('application/json').send('{"id": "<html>Bad Gateway');
      return;
    case '409':
      sendUnderWay(response);
      return;
    default:
    // A timeout: there is never an answer. The socket stays open until the client gives up or the mailbox stops.
  }
}

function sendUnderWay(response: Response): void {
  const message = 'Another request with this idempotency key is under way. Try again later.';
  sendProviderError(response, 409, 'concurrent_idempotent_requests', message);
}

function answer(acceptance: Acceptance, response: Response): void {
  if (acceptance.kind === 'accepted') {
    response.status(200).json({ id: acceptance.id });
  } else if (acceptance.kind === 'under_way') {
    sendUnderWay(response);
  } else {
    const message = 'This idempotency key was used for another payload. Modify the key or the payload.';
    sendProviderError(response, 409, 'invalid_idempotent_request', message);
  }
}

/** `POST /emails` of the provider's API, with the faults that were ordered. */
export function postEmail(acceptor: Acceptor, faults: Faults): RequestHandler {
  return async (request, response) => {
    if (refuseKey(request, response)) return;
    const key = request.get('idempotency-key') ?? null;
    if (key !== null && (key === '' || key.length > MAX_KEY_LENGTH)) {
      sendProviderError(response, 400, 'invalid_idempotency_key', 'The key must be between 1-256 chars.');
      return;
    }
    const email = emailRequest.safeParse(request.body);
    if (!email.success) {
      sendProviderError(response, 422, 'validation_error', z.prettifyError(email.error));
      return;
    }
    const fault = faults.take(email.data);
    if (fault !== null && !isAccepting(fault)) {
      fail(fault, request, response);
      return;
    }
    const acceptance = await acceptor.accept(email.data, key);
    if (fault !== null && acceptance.kind === 'accepted') fail(fault, request, response);
    else answer(acceptance, response);
  };
}
