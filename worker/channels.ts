import type { Channels } from '../activities/activity-deps.ts';
import type { Settings } from '../config/settings.ts';
import { createMaileva } from '../providers/print/maileva.ts';
import { createMailboxPrint } from '../providers/print/mailbox-print.ts';
import { createMerciFacteur } from '../providers/print/merci-facteur.ts';
import { connectorsOf } from '../providers/print/offers.ts';
import type { PrintProvider } from '../providers/print/port.ts';
import { createBrevoSms } from '../providers/sms/brevo.ts';
import { createMailboxSms } from '../providers/sms/mailbox-sms.ts';

/** What letters and SMS leave by, as the environment says. The mailbox stands in for each until a creditor is live. */
export function channelsOf({ print, sms, mailboxUrl: baseUrl }: Settings): Channels {
  return {
    connectors: connectorsOf(print?.provider ?? null, sms !== null),
    print: print && { live: printProvider(print), mailbox: createMailboxPrint({ baseUrl }) },
    sms: sms && {
      live: createBrevoSms({ apiKey: sms.brevoApiKey, ...(sms.baseUrl ? { baseUrl: sms.baseUrl } : {}) }),
      mailbox: createMailboxSms({ baseUrl }),
      sender: sms.sender,
    },
  };
}

function printProvider(print: NonNullable<Settings['print']>): PrintProvider {
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
