import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import { Webhook } from 'standardwebhooks';
import { z } from 'zod';
import type { Ledger } from './ledger.ts';
import { sendProblem } from './problem.ts';
import { eventRequest, providerEvent } from './provider-event.ts';

const API_TIMEOUT_MS = 30_000;

interface WebhookTarget {
  webhookSecret?: string;
  apiUrl?: string;
}

/** Posts the event to the API, signed as the provider signs. */
async function deliver(url: string, secret: string, event: Record<string, unknown>) {
  const body = JSON.stringify(event);
  const id = `msg_${randomUUID()}`;
  const now = new Date();
  const answer = await fetch(`${url}/v1/webhooks/resend`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'svix-id': id,
      'svix-timestamp': String(Math.floor(now.getTime() / 1000)),
      'svix-signature': new Webhook(secret).sign(id, now, body),
    },
    body,
    signal: AbortSignal.timeout(API_TIMEOUT_MS),
  });
  return { status: answer.status, body: await answer.text(), eventId: id };
}

/** `POST /messages/{id}/webhooks {type}`: sends the provider's event about this mail and answers with the API's status. */
export function postWebhook(ledger: Ledger, { webhookSecret, apiUrl }: WebhookTarget): RequestHandler<{ id: string }> {
  return async (request, response) => {
    const mail = ledger.find(request.params.id);
    if (mail === undefined) return sendProblem(response, 404, 'No such mail.');
    const order = eventRequest.safeParse(request.body);
    if (!order.success) return sendProblem(response, 422, z.prettifyError(order.error));
    if (webhookSecret === undefined || apiUrl === undefined) {
      return sendProblem(response, 503, 'Set MAILBOX_WEBHOOK_SECRET and RELANCE_API_URL to send events to the API.');
    }
    const event = providerEvent(mail, order.data, new Date());
    try {
      const { status, body, eventId } = await deliver(apiUrl, webhookSecret, event);
      response.status(status < 200 ? 502 : status).type('application/json');
      response.end(
        status === 204
          ? undefined
          : JSON.stringify({ api_status: status, api_body: body.slice(0, 2000), event_id: eventId, event }),
      );
    } catch (error) {
      sendProblem(
        response,
        502,
        `The API at ${apiUrl} did not answer: ${error instanceof Error ? error.message : String(error)}.`,
      );
    }
  };
}
