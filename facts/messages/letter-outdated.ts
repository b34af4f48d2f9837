import { deadlineOf, isNoticeTooOld } from '../../domain/ladder/notice-too-old.ts';
import { isFormalNoticeLevel } from '../../domain/ladder/step.ts';
import { localDate } from '../../domain/calendar/local-time.ts';
import { fromDateColumn } from '../../prisma/dates.ts';
import type { Database, Transaction } from '../../prisma/client.ts';
import { businessCalendar } from '../business-calendar.ts';
import { companyHashOf } from './company-hash.ts';
import { companyContent } from './load-content.ts';
import { isPostedByPerson } from '../../domain/messages/connectors.ts';

/** A letter that is made and that nobody has posted yet. */
export interface LetterToPost {
  /** The local day that it bears. */
  madeOn: string;
  /** Of a formal notice: until when it gives to pay. */
  deadlineOn: string | null;
  /** Why it should be made anew before it is printed; null: it may be posted as it is. */
  outdated: 'deadline_near' | 'company_changed' | null;
}

/** The letter of an action that waits to be posted, and whether its day, or whose it is, is out of date; null where none waits. */
export async function letterToPost(
  db: Database | Transaction,
  creditorId: string,
  messageId: string | null,
  at: Date,
): Promise<LetterToPost | null> {
  const message = messageId && (await db.message.findFirst({ where: { id: messageId, creditorId } }));
  if (!message || message.status !== 'rendered' || message.renderedAt === null || !isPostedByPerson(message))
    return null;
  const settings = await db.settings.findUniqueOrThrow({ where: { creditorId } });
  const { timeZone, noticeDeadlineDays: delayDays } = settings;
  const madeOn = localDate(message.renderedAt.toISOString(), timeZone);
  const deadlineOn = message.paymentDeadlineOn && fromDateColumn(message.paymentDeadlineOn);
  const notice = { madeOn, delayDays, deadlineOn, zone: businessCalendar(settings).holidayZone };
  const isNotice = isFormalNoticeLevel(message.level ?? 0);
  const isOld = isNotice && isNoticeTooOld(notice, localDate(at.toISOString(), timeZone));
  const isOther = message.companyHash !== null && message.companyHash !== companyHashOf(companyContent(settings));
  return {
    madeOn,
    deadlineOn: isNotice ? deadlineOf(notice) : null,
    outdated: isOther ? 'company_changed' : isOld ? 'deadline_near' : null,
  };
}
