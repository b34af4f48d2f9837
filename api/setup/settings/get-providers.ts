import { z } from 'zod';
import { whereMailsGo } from '../../../metrics/where-mails-go.ts';
import { readSettings } from '../../../facts/creditors/change-settings.ts';
import { ok } from '../../frame/answer.ts';
import { connectorsOf, offeredHere } from '../../frame/connectors.ts';
import { defineEndpoint } from '../../frame/endpoint.ts';

const providers = z.object({
  mail: z.object({
    provider: z.string().nullable().meta({ description: 'Null without a provider’s key: no mail can be sent.' }),
    from: z.string().nullable().meta({ description: 'The sender’s address; null: the company’s own address.' }),
    reports: z.boolean().meta({ description: 'Whether the provider’s events (delivered, bounced…) are received.' }),
    leaves: z.boolean().meta({ description: 'Whether a mail sent now would leave this machine.' }),
  }),
  print: z
    .object({ provider: z.string(), letter_kinds: z.array(z.string()) })
    .nullable()
    .meta({ description: 'Null: a person prints and posts the letters.' }),
  sms: z
    .object({ provider: z.string(), sender: z.string().nullable() })
    .nullable()
    .meta({ description: 'Null: no SMS can be sent.' }),
  installed: z.object({ print: z.string().nullable(), sms: z.string().nullable() }).meta({
    description:
      'The providers that the environment of this installation names, whether this creditor has them (`print_enabled`, `sms_enabled` of the settings) or not. `mailbox`, the local mailbox: nothing is printed or sent, and a creditor that is live does not have it.',
  }),
});

export const getProvidersEndpoint = defineEndpoint({
  method: 'GET',
  path: '/v1/settings/providers',
  tag: 'Settings',
  summary: 'Get the providers of mails, letters and SMS, which the environment of this installation sets',
  who: ['collector'],
  answers: { 200: providers },
  handle: async (request) => {
    const { auth, context } = request;
    const { db, settings } = context;
    const { liveAt } = await readSettings(db, auth.creditorId);
    const { email, sms } = settings;
    const { print, sms: smsProvider } = connectorsOf(request);
    const installed = offeredHere(settings);
    return ok({
      mail: {
        provider: email.resendApiKey === null ? null : 'resend',
        from: email.from,
        reports: email.resendWebhookSecrets.length > 0,
        leaves: whereMailsGo(liveAt !== null, email.resendApiKey !== null) === 'resend',
      },
      print: print && print.kinds.length > 0 ? { provider: print.provider, letter_kinds: [...print.kinds] } : null,
      sms: smsProvider === null ? null : { provider: smsProvider, sender: sms?.sender ?? null },
      installed: { print: installed.print?.provider ?? null, sms: installed.sms },
    });
  },
});
