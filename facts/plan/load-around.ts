import { addDays } from '../../domain/calendar/local-date.ts';
import { localDate } from '../../domain/calendar/local-time.ts';
import { isPostedByPerson } from '../../domain/messages/connectors.ts';
import { OPEN_STATES } from '../../domain/messages/open-states.ts';
import { toDateColumn } from '../../prisma/dates.ts';
import { Prisma } from '../../prisma/generated/client.ts';
import type { Transaction } from '../../prisma/client.ts';
import { POSTED_BY_PERSON } from '../../prisma/posted-by-person.ts';
import { sqlWords } from '../../prisma/sql-words.ts';
import { settingsOf } from '../business-calendar.ts';
import { IS_NOTICE, isNotice } from '../messages/settling/after-sending.ts';
import type { CaseForPlan } from './load-case.ts';

/** What a plan depends on besides the case itself: what was sent, what is on its way, and free money. */
export interface AroundCase {
  /**
   * The newest message about this invoice to its debtor; statements go to third parties and do not count. A message on
   * its way counts as sent now, an ambiguous one as of its hand-over. The next step itself and the notice of an
   * electronic letter do not count.
   */
  lastSentAt: Date | null;
  /** Payments and credit notes of the customer, in the invoice's currency, that are not allocated; in cents. */
  freeCents: number;
  /**
   * When messages were sent to the customer within the cap's window; one on its way counts as now. Empty without a cap.
   */
  customerSentAt: Date[];
  /** For unit `account`: the messages in the invoice's currency, at least those of today. Null for another unit. */
  accountSentAt: Date[] | null;
  /** The messages about this invoice whose outcome is open. */
  underWay: UnderWay[];
  /** Ids of the messages about this invoice that a person sent, perhaps by another channel than their step's. */
  byHand: string[];
}

export interface UnderWay {
  messageId: string;
  cycle: number;
  /** Null when it is no step of the ladder. */
  stepKey: string | null;
  level: number;
  /**
   * True for a letter that is made and that nobody has posted yet. A provider's letter is checked at its own hand-over.
   */
  waits: boolean;
  /** True for a letter that a person posts, whether it is made yet or not. */
  byPerson: boolean;
}

interface Found {
  lastSentAt: Date | null;
  freeCents: bigint;
  underWay: UnderWay[];
  byHand: string[];
}

/**
 * Reads what is around a case, under the lock of the customer. Once the creditor is live, messages of the trial do not
 * count. Free money makes the step wait for a person, because asking for money that has come would embarrass the
 * creditor.
 */
export async function loadAround(tx: Transaction, row: CaseForPlan, at: Date): Promise<AroundCase> {
  const countsTests = settingsOf(row.customer.creditor).liveAt === null;
  const now = Prisma.sql`${at.toISOString()}::timestamptz`;
  const [found] = await tx.$queryRaw<Found[]>`
    SELECT
      (SELECT max(CASE WHEN m."sentAt" IS NOT NULL THEN m."sentAt"
            WHEN m.status = 'ambiguous' THEN COALESCE(m."handedOverAt", ${now})
            WHEN m.status IN ('reserved', 'rendered', 'sending') THEN ${now} END)
        FROM message_items i JOIN messages m ON m.id = i."messageId"
        WHERE i."invoiceId" = ${row.id}::uuid AND i.active AND NOT i.information AND m.origin <> 'statement'
          AND NOT ${IS_NOTICE}
          AND (${countsTests} OR NOT m.test)
          AND (m."sentAt" IS NOT NULL OR NOT (${WAITS_TO_BE_POSTED} OR ${isNextStep(row)}))) AS "lastSentAt",
      ((SELECT COALESCE(sum("unallocatedCents"), 0) FROM payments
          WHERE "customerId" = ${row.customerId}::uuid AND currency = ${row.currency}
            AND "reversedAt" IS NULL AND "unallocatedCents" > 0)
        - (SELECT COALESCE(sum("balanceCents"), 0) FROM invoices
          WHERE "customerId" = ${row.customerId}::uuid AND currency = ${row.currency}
            AND kind = 'credit_note' AND "closedAs" IS NULL AND "balanceCents" < 0))::bigint AS "freeCents",
      COALESCE((SELECT jsonb_agg(jsonb_build_object('messageId', m.id, 'cycle', i.cycle, 'stepKey', i."stepKey", 'level', i.level,
            'byPerson', ${POSTED_BY_PERSON}, 'waits', m.status = 'rendered' AND ${POSTED_BY_PERSON} AND m."handedOverAt" IS NULL))
          FROM message_items i JOIN messages m ON m.id = i."messageId"
          WHERE i."invoiceId" = ${row.id}::uuid AND i.active AND NOT i.information
            AND m.status IN (${sqlWords(...OPEN_STATES)})), '[]'::jsonb) AS "underWay",
      ARRAY(SELECT m.id::text FROM message_items i JOIN messages m ON m.id = i."messageId"
        WHERE i."invoiceId" = ${row.id}::uuid AND i."stepKey" IS NOT NULL AND m.origin IN ('manual', 'run')) AS "byHand"`;
  const { lastSentAt, freeCents, underWay, byHand } = found!;
  return { lastSentAt, freeCents: Number(freeCents), underWay, byHand, ...(await sentToCustomer(tx, row, at)) };
}

/** A letter leaves on the day on which a person posts it, whether it is drawn yet or not. */
const WAITS_TO_BE_POSTED = Prisma.sql`(m.status IN ('reserved', 'rendered') AND ${POSTED_BY_PERSON})`;

/** A step of the current cycle that has no record yet: it keeps no distance from itself. */
const isNextStep = ({ cycle }: CaseForPlan) =>
  Prisma.sql`(i."stepKey" IS NOT NULL AND i.repeat <= 0 AND i.cycle = ${cycle})`;

async function sentToCustomer(
  tx: Transaction,
  row: CaseForPlan,
  at: Date,
): Promise<Pick<AroundCase, 'customerSentAt' | 'accountSentAt'>> {
  const { timeZone, liveAt, maxMessagesCount, maxMessagesDays } = settingsOf(row.customer.creditor);
  const isCapped = maxMessagesCount !== null && maxMessagesDays !== null;
  const isAccount = row.scenarioVersion?.unit === 'account';
  if (!isCapped && !isAccount) return { customerSentAt: [], accountSentAt: null };
  const todayOn = localDate(at.toISOString(), timeZone);
  const found = await tx.message.findMany({
    where: {
      customerId: row.customerId,
      origin: { notIn: ['statement', 'internal'] },
      ...(liveAt === null ? {} : { test: false }),
      OR: [
        { sentAt: { gte: toDateColumn(addDays(todayOn, -(maxMessagesDays ?? 0) - 1)) } },
        { sentAt: null, status: { in: [...OPEN_STATES] } },
      ],
    },
    select: {
      sentAt: true,
      originId: true,
      currency: true,
      status: true,
      kind: true,
      letterKind: true,
      viaPrintProvider: true,
      handedOverAt: true,
    },
  });
  // A letter that waits to be posted leaves on the day of posting and until then does not count. An electronic letter
  // counts once, without its notices.
  const messages = found.filter(
    (one) => !isNotice(one.originId) && (one.status !== 'rendered' || !isPostedByPerson(one)),
  );
  const sentAt = (one: (typeof messages)[number]) =>
    one.sentAt ?? (one.status === 'ambiguous' ? (one.handedOverAt ?? at) : at);
  return {
    customerSentAt: isCapped ? messages.map(sentAt) : [],
    accountSentAt: isAccount ? messages.filter(({ currency }) => currency === row.currency).map(sentAt) : null,
  };
}
