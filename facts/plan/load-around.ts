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
import { IS_NOTICE, isNotice } from '../messages/after-sending.ts';
import type { CaseForPlan } from './load-case.ts';

/** What was sent, is on its way, or is there already: what a plan depends on besides the case itself. */
export interface AroundCase {
  /**
   * The newest message of any kind about this invoice to who owes it: a statement tells a third party, and reminds nobody. What
   * is on its way counts as now, what may have left as of its hand-over; not what is the next step itself, nor the notice of
   * an electronic letter, which counts itself.
   */
  lastSentAt: Date | null;
  /** Money and credit notes of the customer, in the invoice's currency, that are set against nothing. */
  freeCents: number;
  /** Instants of what was sent to the customer within the cap's window; what is on its way counts as now. Without a cap none. */
  customerSentAt: Date[];
  /** Of unit `account`: the same in the invoice's currency, of today at least. Null for another unit. */
  accountSentAt: Date[] | null;
  /** The messages about this invoice whose outcome is open. */
  underWay: UnderWay[];
  /** Ids of the messages about this invoice that a person sent himself, perhaps by another channel than their step's. */
  byHand: string[];
}

export interface UnderWay {
  messageId: string;
  cycle: number;
  /** Null: no step of the ladder. */
  stepKey: string | null;
  level: number;
  /** A letter that is made and that nobody has posted yet; what a provider takes, its own hand-over decides about. */
  waits: boolean;
  /** A letter that a person is to post, made or not. */
  byPerson: boolean;
}

interface Found {
  lastSentAt: Date | null;
  freeCents: bigint;
  underWay: UnderWay[];
  byHand: string[];
}

/**
 * Reads what is around a case, under the lock of the customer. What a creditor tried out before going live does not count once
 * he is. Money that is there already makes the step a person's: asking for it embarrasses the creditor.
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

/** A step of the case's cycle that has no record yet keeps no distance from itself. */
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
  // A letter that waits for whoever posts it leaves on the day he does: until then it takes nobody's place. An electronic one
  // counts once, without the notices of it.
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
