import { z } from 'zod';
import { settleLetter } from '../../facts/messages/letters/settle-letter.ts';
import {
  admittedPrintBytes,
  LARGEST_BYTES,
  type PrintWebhookSecrets,
  readPrintWebhook,
} from '../../providers/print/webhooks.ts';
import { tellOutcome } from '../../temporal/tell-outcome.ts';
import { ok } from '../frame/answer.ts';
import { defineEndpoint, type EndpointRequest } from '../frame/endpoint.ts';
import { carryOutFact } from '../frame/fact-answer.ts';
import { notHere, unprocessable } from '../frame/problem.ts';
import { webhookBody } from '../frame/raw-body.ts';
import { notSigned } from './payment-signature.ts';

export const receivePrintEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/webhooks/print/{provider}',
  tag: 'Webhooks',
  summary: 'Receive what a print provider reports of letters',
  description:
    '`merci_facteur`: a form with `event` and `detail`, and the account’s key in X-Mf-Webhook-Secret-Key. `maileva`: JSON of ' +
    'the notification centre, with the name and password of the subscription. `mailbox`: the local mailbox. The provider that letters ' +
    'left through before is still heard, as long as its secret is set. Events may come ' +
    'in any order and more than once: a status never goes back. What is not ours is answered 200 and ignored.',
  who: 'anyone',
  params: z.strictObject({ provider: z.enum(['merci_facteur', 'maileva', 'mailbox']) }),
  body: webhookBody(['application/json', 'application/x-www-form-urlencoded'], LARGEST_BYTES),
  admit: (asking) => {
    const bytes = admittedPrintBytes(asking.params.provider, asking.headers, secretsOf(asking));
    if (bytes === null) throw notSigned();
    return bytes;
  },
  answers: { 200: z.object({ taken: z.int(), ignored: z.int() }) },
  refusals: [401],
  handle: async (request) => {
    const { params, body, headers, context } = request;
    const read = readPrintWebhook(params.provider, body, headers, secretsOf(request));
    if (!read) throw notHere();
    if (read.kind === 'forged') throw notSigned();
    if (read.kind === 'malformed') throw unprocessable('invalid', [], read.detail);
    let taken = 0;
    for (const { event, proof, askSoon, ...letter } of read.events) {
      const settled = await settleLetter(context.db, request.at, {
        ...letter,
        provider: params.provider,
        events: event ? [event] : [],
        postageCents: null,
        proofs: proof ? [proof] : [],
        ...(askSoon ? { followAt: request.at } : {}),
      });
      if (!settled) continue;
      taken += 1;
      await carryOutFact(request, settled, async () => {
        if (settled.outcome) await tellOutcome(context.dispatcher, settled, settled.outcome, request.at);
      });
    }
    return ok({ taken, ignored: read.events.length - taken });
  },
});

function secretsOf({ context }: Pick<EndpointRequest, 'context'>): PrintWebhookSecrets {
  const { print, printWebhooks, mailboxWebhookSecrets } = context.settings;
  return {
    merciFacteur: printWebhooks.merciFacteur ?? [],
    maileva: printWebhooks.maileva,
    mailbox: print ? mailboxWebhookSecrets : [],
  };
}
