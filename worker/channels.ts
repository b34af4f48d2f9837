import type { Channels } from '../activities/activity-deps.ts';
import type { Settings } from '../config/settings.ts';
import { createMaileva } from '../providers/print/maileva.ts';
import { createMailboxPrint } from '../providers/print/mailbox-print.ts';
import { createMerciFacteur } from '../providers/print/merci-facteur.ts';
import { offeredBy } from '../providers/print/offers.ts';
import type { PrintProvider } from '../providers/print/port.ts';
import { createBrevoSms } from '../providers/sms/brevo.ts';
import { createMailboxSms } from '../providers/sms/mailbox-sms.ts';
import type { SmsProvider } from '../providers/sms/port.ts';

/**
 * The providers of letters and SMS, from the environment. The mailbox stands in for each until a creditor is live, and
 * never for a live creditor, even when the mailbox is the configured provider.
 */
export function channelsOf({ print, sms, mailboxUrl: baseUrl }: Settings): Channels {
  return {
    mailboxUrl: baseUrl,
    connectors: offeredBy(print?.provider ?? null, sms?.provider ?? null),
    print: print && { live: printProvider(print), mailbox: createMailboxPrint({ baseUrl }) },
    sms: sms && {
      live: smsProvider(sms),
      mailbox: createMailboxSms({ baseUrl }),
      sender: sms.sender,
    },
  };
}

function smsProvider(sms: NonNullable<Settings['sms']>): SmsProvider | null {
  if (sms.provider === 'mailbox') return null;
  return createBrevoSms({ apiKey: sms.brevoApiKey, ...(sms.baseUrl ? { baseUrl: sms.baseUrl } : {}) });
}

function printProvider(print: NonNullable<Settings['print']>): PrintProvider | null {
  if (print.provider === 'mailbox') return null;
  const baseUrl = print.baseUrl ? { baseUrl: print.baseUrl } : {};
  if (print.provider === 'merci_facteur') {
    const { serviceId, secretKey, userId, authorizedIps } = print;
    return createMerciFacteur({
      serviceId,
      secretKey,
      userId,
      ...baseUrl,
      ...(authorizedIps ? { authorizedIps } : {}),
    });
  }
  const { clientId, clientSecret, username, password, tokenUrl } = print;
  return createMaileva({ clientId, clientSecret, username, password, ...baseUrl, ...(tokenUrl ? { tokenUrl } : {}) });
}
