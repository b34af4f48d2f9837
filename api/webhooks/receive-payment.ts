import { z } from 'zod';
import { paymentWebhookInput } from '../../facts/inputs/payment-webhook.ts';
import { reverseNowOrLater } from '../../facts/money/early-reversal.ts';
import { recordPayment } from '../../facts/money/record-payment.ts';
import type { FactContext, HandedOver } from '../../facts/outcome.ts';
import { readSignature } from '../../providers/signed-webhook.ts';
import { forCreditor } from '../../prisma/scope.ts';
import { accepted } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { answerFact } from '../frame/fact-answer.ts';
import { webhookBody } from '../frame/raw-body.ts';
import { notSigned, signerOf } from './payment-signature.ts';
import { readSigned } from './read-json.ts';

const MOST_BYTES = 1_000_000;

const stored = z.object({
  id: z.string(),
  allocations: z.array(z.object({ invoice_number: z.string(), balance_cents: z.int(), status: z.string() })),
  unallocated_cents: z.int(),
  handed_over: z.array(z.object({ message_id: z.string(), invoice_number: z.string() })),
});

/** The answer to a reversal that arrives before its payment. */
const kept = z.object({ waits_for_payment: z.string() });

const toBody = (answer: object, handedOver: HandedOver[]) => ({ ...answer, handed_over: handedOver });

export const receivePaymentEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/webhooks/payments',
  tag: 'Webhooks',
  summary: 'Receive a payment from a payment system, or that one came back',
  description:
    'Signed as Standard Webhooks say, with the secret agreed for one creditor; the signature’s time is held against the ' +
    'machine’s clock. `type` is payment.received (`data`: the body of POST /payments) or payment.reversed (`data`: ' +
    '`payment_external_id, external_id, reason`). A repeat is harmless. A reversal that comes before its payment is kept (202) and ' +
    'applied when the payment comes, whoever posts it.',
  who: 'anyone',
  ownId: true,
  body: webhookBody(['application/json'], MOST_BYTES),
  admit: ({ headers, context }) => {
    const nobodySigns = Object.keys(context.settings.payments.webhookSecrets).length === 0;
    if (nobodySigns || !readSignature(headers)) throw notSigned();
    return MOST_BYTES;
  },
  answers: { 200: stored, 201: stored, 202: kept },
  refusals: [401],
  handle: async (request) => {
    const { body, headers, context, at } = request;
    const slug = signerOf(body, headers, context.settings.payments.webhookSecrets);
    const event = readSigned(body, paymentWebhookInput);
    const creditor = await context.db.creditor.findUnique({ where: { slug } });
    if (!creditor) throw notSigned();
    const db = forCreditor(context.db, creditor.id);
    const fact: FactContext = { creditorId: creditor.id, at, actor: { kind: 'provider', name: 'webhook paiements' } };
    if (event.type === 'payment.received') {
      const location = () => `/v1/payments/${encodeURIComponent(event.data.external_id)}`;
      return answerFact(request, await recordPayment(db, fact, event.data), toBody, location);
    }
    const { payment_external_id: externalId, ...reversal } = event.data;
    const outcome = await reverseNowOrLater(db, fact, externalId, reversal);
    if (outcome) return answerFact(request, outcome, toBody);
    return accepted(`/v1/payments/${encodeURIComponent(externalId)}`, { waits_for_payment: externalId });
  },
});
