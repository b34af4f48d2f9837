import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../prisma/client.ts';

const ASKED_AGAIN_MS = 5_000;

/**
 * Where a creditor’s mails go: the local mailbox while it is on trial, the provider once it is live, nowhere when the
 * provider's key is missing.
 */
export type MailsGo = 'mailbox' | 'resend' | 'nowhere';

/** Going live is final: without a key the mails of a live creditor wait for the key and do not go to the mailbox. */
export function whereMailsGo(isLive: boolean, hasKey: boolean): MailsGo {
  if (!isLive) return 'mailbox';
  return hasKey ? 'resend' : 'nowhere';
}

/** What an installation logs about its mails, in both languages. `isAlarm`: mails of a live creditor are waiting. */
interface MailsSaid {
  fr: string;
  en: string;
  isAlarm: boolean;
}

/** Calls `tell` once the database answers, since it says which creditors are live. Never throws. */
export async function sayWhereMailsGo(db: Database, hasKey: boolean, tell: (said: MailsSaid) => void): Promise<void> {
  for (;;) {
    try {
      tell(await mailsOfAll(db, hasKey));
      return;
    } catch {
      await sleep(ASKED_AGAIN_MS, undefined, { ref: false });
    }
  }
}

/** Where the mails of this installation go, by how many creditors are live. */
export async function mailsOfAll(db: Database, hasKey: boolean): Promise<MailsSaid> {
  return mailsSaid(await db.settings.count({ where: { liveAt: { not: null } } }), hasKey);
}

/** Where the mails of an installation with this many live creditors go. */
export function mailsSaid(live: number, hasKey: boolean): MailsSaid {
  const [fr, en] = live === 1 ? ['1 créancier', '1 live creditor'] : [`${live} créanciers`, `${live} live creditors`];
  if (live === 0)
    return {
      fr: `aucun envoi réel : ${hasKey ? 'une clé Resend est là, mais aucun créancier n’est en réel ; ' : ''}tout arrive dans la boîte locale`,
      en: `No mail leaves this machine: ${hasKey ? 'a Resend key is set, but no creditor is live; ' : ''}all of them arrive in the mailbox.`,
      isAlarm: false,
    };
  if (hasKey)
    return {
      fr: `Resend : les courriels partent réellement pour ${fr} en réel ; ceux des autres arrivent dans la boîte locale`,
      en: `Mails really leave, by Resend, for ${en}; those of others arrive in the mailbox.`,
      isAlarm: false,
    };
  return {
    fr: `RESEND_API_KEY manque : rien ne part pour ${fr} en réel ; leurs courriels attendent la clé, et partiront avec elle`,
    en: `RESEND_API_KEY is missing: nothing leaves for ${en}; their mails wait for the key, and leave once it is set.`,
    isAlarm: true,
  };
}
