import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import { isSameServer } from '../../config/own-hosts.ts';
import type { Settings } from '../../config/settings.ts';
import { type MailSender, settleProviderEvent } from '../../facts/settle-provider-event.ts';
import { readResendSignature, verifyResendWebhook } from '../../providers/email/webhook.ts';
import { tellOutcome } from '../../temporal/tell-outcome.ts';
import { ok } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { carryOutFact } from '../frame/fact-answer.ts';
import { unprocessable } from '../frame/problem.ts';
import { webhookBody } from '../frame/raw-body.ts';
import { notSigned } from './payment-signature.ts';
import { parseSigned } from './read-json.ts';

const MOST_BYTES = 1_000_000;

export const receiveResendEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/webhooks/resend',
  tag: 'Webhooks',
  summary: 'Receive what Resend reports of a mail',
  description:
    'Signed with the secret of the webhook; the local mailbox has one of its own, good for what went to it. Events may come in any order and more than once: a message’s status never goes ' +
    'back. What is not ours, or says nothing of a message’s state, is answered 200 and ignored.',
  who: 'anyone',
  body: webhookBody(['application/json'], MOST_BYTES),
  admit: ({ headers, context }) => {
    if (signersOf(context.settings).length === 0 || !readResendSignature(headers)) throw notSigned();
    return MOST_BYTES;
  },
  answers: { 200: z.object({ result: z.enum(['taken', 'ignored']), message_id: z.string().nullable() }) },
  refusals: [401],
  handle: async (request) => {
    const { body, headers, context, at } = request;
    const { senders, verdict } = verify(body, headers, context.settings);
    parseSigned(body);
    if (verdict.kind === 'malformed') throw unprocessable('invalid', [], verdict.detail);
    const settled = verdict.kind === 'event' ? await settleProviderEvent(context.db, at, verdict.event, senders) : null;
    if (!settled) return ok({ result: 'ignored', message_id: null });
    await carryOutFact(request, settled, async () => {
      if (settled.outcome !== null) await tellOutcome(context.dispatcher, settled, settled.outcome, at);
    });
    return ok({ result: 'taken', message_id: settled.messageId });
  },
});

/**
 * Which secrets may report for which senders. Anyone who reaches the mailbox can make it sign, so it may only report about
 * mails sent to it, unless this installation uses it in Resend's place; Resend's own secret may report about both.
 */
function signersOf({ email, mailboxUrl, mailboxWebhookSecrets }: Settings) {
  const playsResend = email.resendBaseUrl !== null && isSameServer(email.resendBaseUrl, mailboxUrl);
  const signers: { senders: MailSender[]; secrets: string[] }[] = [
    { senders: ['resend', 'mailbox'], secrets: email.resendWebhookSecrets },
    {
      senders: playsResend ? ['mailbox', 'resend'] : ['mailbox'],
      secrets: mailboxWebhookSecrets,
    },
  ];
  return signers.filter(({ secrets }) => secrets.length > 0);
}

/** Throws a 401 when none of these secrets signed the body. */
function verify(body: Buffer, headers: IncomingHttpHeaders, settings: Settings) {
  for (const { senders, secrets } of signersOf(settings)) {
    const verdict = verifyResendWebhook(body, headers, secrets);
    if (verdict.kind !== 'forged') return { senders, verdict };
  }
  throw notSigned();
}
