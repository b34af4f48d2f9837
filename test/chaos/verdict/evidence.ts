import pg from 'pg';
import type { World } from '../world.ts';

/** A mail in the mailbox's ledger. */
export interface LedgerMail {
  id: string;
  to: string;
  subject: string;
  messageId: string | null;
  acceptedAtMs: number;
}

/** A step in a message, as stored in Postgres. */
export interface SentItem {
  messageId: string;
  invoiceId: string;
  cycle: number;
  stepKey: string;
  repeat: number;
  level: number;
  status: string;
  isInFlight: boolean;
}

export interface CaseRow {
  id: string;
  closedAs: string | null;
  attentionCode: string | null;
  isHeld: boolean;
  isUntold: boolean;
  isUnplanned: boolean;
  /** An automatic step that is due and in no message. */
  isOverdue: boolean;
}

export interface StepDone {
  invoiceId: string;
  level: number;
  on: string;
  messageId: string | null;
}

/** Everything that the verdict is based on: the ledger, and Postgres. */
export interface Evidence {
  mails: LedgerMail[];
  items: SentItem[];
  cases: Map<string, CaseRow>;
  steps: StepDone[];
  nowAt: Date;
}

export async function gatherEvidence(world: World): Promise<Evidence> {
  const mails = await readLedger(world);
  const ids = world.owed.map(({ file }) => file.id);
  const client = new pg.Client({ connectionString: world.stack.directDatabaseUrl });
  await client.connect();
  try {
    const { rows: clocks } = await client.query<{ offset: string }>('select "offsetMs" as offset from demo_clock');
    const nowAt = new Date(Date.now() + Number(clocks[0]?.offset ?? 0));
    const { rows: items } = await client.query<SentItem>(ITEMS, [ids]);
    const { rows: cases } = await client.query<CaseRow>(CASES, [ids, nowAt]);
    const { rows: steps } = await client.query<StepDone>(STEPS, [ids]);
    return { mails, items, cases: new Map(cases.map((row) => [row.id, row])), steps, nowAt };
  } finally {
    await client.end();
  }
}

const ITEMS = `
select i."messageId", i."invoiceId", i.cycle, i."stepKey", i.repeat, i.level, m.status::text,
  (m.status in ('reserved', 'rendered', 'sending')) as "isInFlight"
from message_items i join messages m on m.id = i."messageId"
where i."invoiceId" = any($1) and i."stepKey" is not null and not i.information`;

const CASES = `
select i.id, i."closedAs"::text, i."attentionCode",
  exists (select 1 from holds h where h."endedAt" is null and (h."invoiceId" = i.id
    or h."invoiceId" is null and h."customerId" = i."customerId")) as "isHeld",
  i.version > i."toldVersion" as "isUntold",
  i."closedAs" is null and i."attentionCode" is null and i.version > i."plannedVersion" as "isUnplanned",
  exists (select 1 from open_steps s where s."invoiceId" = i.id and s.mode = 'automatic' and s."dueAt" <= $2
    and s."messageId" is null) as "isOverdue"
from invoices i where i.id = any($1)`;

const STEPS = `
select "invoiceId", level, to_char("on", 'YYYY-MM-DD') as on, "messageId"
from step_records where "invoiceId" = any($1) and outcome = 'sent' order by at`;

/** The mails accepted for the addresses of this world, oldest first. */
async function readLedger(world: World): Promise<LedgerMail[]> {
  const answer = await fetch(`${world.stack.mailboxUrl}/messages?summary=true`);
  const { data } = (await answer.json()) as {
    data: {
      id: string;
      to: string[];
      subject: string;
      tags: { name: string; value: string }[];
      accepted_at: string;
    }[];
  };
  const own = new Set(world.owed.map(({ file }) => file.email));
  return data
    .map(({ id, to, subject, tags, accepted_at }) => ({
      id,
      to: to[0] ?? '',
      subject,
      messageId: tags.find(({ name }) => name === 'message_id')?.value ?? null,
      acceptedAtMs: Date.parse(accepted_at),
    }))
    .filter(({ to }) => own.has(to))
    .toReversed();
}
