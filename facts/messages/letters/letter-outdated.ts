import { deadlineOf, isNoticeTooOld } from '../../../domain/ladder/notice-too-old.ts';
import { isFormalNoticeLevel } from '../../../domain/ladder/step.ts';
import { localDate } from '../../../domain/calendar/local-time.ts';
import { fromDateColumn } from '../../../prisma/dates.ts';
import type { Database, Transaction } from '../../../prisma/client.ts';
import type { Message } from '../../../prisma/generated/client.ts';
import { businessCalendar } from '../../business-calendar.ts';
import { quotesAnotherAccount } from '../before-leaving/account-hash.ts';
import { namesAnotherCompany } from '../before-leaving/company-hash.ts';
import { isPostedByPerson } from '../../../domain/messages/connectors.ts';

/** A letter that is made and not posted yet. */
export interface LetterToPost {
  /** The local date printed on it. */
  madeOn: string;
  /** For a formal notice: the last day to pay. */
  deadlineOn: string | null;
  /** Why it should be remade before it is printed; null when it can be posted as it is. */
  outdated: 'deadline_near' | 'company_changed' | 'account_changed' | null;
}

/** The letter of an action that waits to be posted, and why it is outdated if it is; null when none waits. */
export async function letterToPost(
  db: Database | Transaction,
  creditorId: string,
  messageId: string | null,
  at: Date,
): Promise<LetterToPost | null> {
  if (messageId === null) return null;
  return (await lettersToPost(db, creditorId, [messageId], at)).get(messageId) ?? null;
}

/**
 * Those of these messages that are letters waiting to be posted, and why each is outdated. Two reads in all, and more
 * only for letters that quote the account.
 */
export async function lettersToPost(
  db: Database | Transaction,
  creditorId: string,
  messageIds: readonly string[],
  at: Date,
): Promise<ReadonlyMap<string, LetterToPost>> {
  if (messageIds.length === 0) return new Map();
  const found = await db.message.findMany({
    where: { creditorId, id: { in: [...messageIds] }, status: 'rendered', renderedAt: { not: null } },
  });
  const waiting = found.filter(isPostedByPerson);
  if (waiting.length === 0) return new Map();
  const settings = await db.settings.findUniqueOrThrow({ where: { creditorId } });
  const { timeZone, noticeDeadlineDays: delayDays } = settings;
  const todayOn = localDate(at.toISOString(), timeZone);
  const quotesAnother = await quoteAnotherAccount(db, waiting);
  const judged = waiting.map((message): [string, LetterToPost] => {
    const madeOn = localDate((message.renderedAt ?? at).toISOString(), timeZone);
    const deadlineOn = message.paymentDeadlineOn && fromDateColumn(message.paymentDeadlineOn);
    const notice = { madeOn, delayDays, deadlineOn, zone: businessCalendar(settings).holidayZone };
    const isNotice = isFormalNoticeLevel(message.level ?? 0);
    const isOld = isNotice && isNoticeTooOld(notice, todayOn);
    const saysOtherwise = namesAnotherCompany(message, settings)
      ? 'company_changed'
      : quotesAnother.has(message.id)
        ? 'account_changed'
        : null;
    const outdated = saysOtherwise ?? (isOld ? 'deadline_near' : null);
    return [message.id, { madeOn, deadlineOn: isNotice ? deadlineOf(notice) : null, outdated }];
  });
  return new Map(judged);
}

/** The ids of the letters that quote an account which has changed since. */
async function quoteAnotherAccount(
  db: Database | Transaction,
  letters: readonly Pick<Message, 'id' | 'creditorId' | 'customerId' | 'accountHash' | 'origin' | 'currency'>[],
): Promise<ReadonlySet<string>> {
  const another = new Set<string>();
  for (const letter of letters.filter(({ accountHash }) => accountHash !== null)) {
    const items = await db.messageItem.findMany({ where: { messageId: letter.id } });
    if (await quotesAnotherAccount(db, { ...letter, items })) another.add(letter.id);
  }
  return another;
}
