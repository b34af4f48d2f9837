import { plus, workingDay } from '../../e2e/french-days.ts';
import { nameOf, type Owed, type World } from '../world.ts';
import { type Evidence, gatherEvidence, type LedgerMail } from './evidence.ts';

/** Must be empty. Each entry is a sentence about one invoice. */
export interface Verdict {
  sentTwice: string[];
  lost: string[];
  outOfOrder: string[];
  sentAfterStop: string[];
  /** What the case itself found by comparing. */
  other: string[];
  /** Mails in the ledger about these invoices. */
  accepted: number;
}

/** The beginnings of the default subjects: they give a mail's level without asking the product. */
const SUBJECTS = ['Rappel de règlement', 'Deuxième rappel', 'Mise en demeure'];
const levelOf = (mail: LedgerMail) => SUBJECTS.findIndex((subject) => mail.subject.includes(subject)) + 1;

/** Judges a world that has come to rest, only by the mailbox's ledger and Postgres. */
export async function judge(world: World): Promise<Verdict> {
  const evidence = await gatherEvidence(world);
  const verdict: Verdict = {
    sentTwice: sentTwice(evidence),
    lost: [],
    outOfOrder: [],
    sentAfterStop: [],
    other: [...world.violations],
    accepted: evidence.mails.length,
  };
  for (const owed of world.owed) {
    const own = mailsAbout(owed, evidence);
    verdict.lost.push(...lost(owed, own, evidence));
    verdict.outOfOrder.push(...outOfOrder(owed, own, evidence));
    verdict.sentAfterStop.push(...sentAfterStop(owed, own));
  }
  return verdict;
}

/** By the subject, and by what Postgres says that the mail contains: one mail may be about several invoices. */
function mailsAbout({ file }: Owed, { mails, items }: Evidence): LedgerMail[] {
  const holding = items.filter(({ invoiceId }) => invoiceId === file.id).map(({ messageId }) => messageId);
  return mails.filter(
    ({ to, subject, messageId }) =>
      to === file.email && (subject.endsWith(file.number) || holding.includes(messageId ?? '')),
  );
}

/** A duplicate by the ledger alone (address and level), or by what Postgres says that each mail was. */
function sentTwice({ mails, items }: Evidence): string[] {
  const seen = new Map<string, number>();
  for (const mail of mails) {
    const byMessage = items.filter(({ messageId }) => messageId === mail.messageId);
    const steps = byMessage.map((item) => [item.invoiceId, item.cycle, item.stepKey, item.repeat].join('/'));
    for (const what of [`${mail.to}: ${mail.subject}`, ...steps]) seen.set(what, (seen.get(what) ?? 0) + 1);
  }
  return [...seen].filter(([, times]) => times > 1).map(([what, times]) => `${what}: accepted ${times} times`);
}

function lost(owed: Owed, own: LedgerMail[], evidence: Evidence): string[] {
  const { file, issuedOn, stop, confirmed } = owed;
  const row = evidence.cases.get(file.id);
  if (!row) return [`${nameOf(owed)}: not in Postgres`];
  const items = evidence.items.filter(({ invoiceId }) => invoiceId === file.id);
  const steps = evidence.steps.filter(({ invoiceId }) => invoiceId === file.id);
  const complaints = [
    ...items.filter(({ isInFlight }) => isInFlight).map(({ level, status }) => `R${level} is still ${status}`),
    ...(row.isUntold ? ['its workflow was not told of the newest facts'] : []),
    ...(row.isUnplanned ? ['it was not planned with the newest facts'] : []),
    ...(row.isOverdue && !row.closedAs && !row.attentionCode && !row.isHeld
      ? ['its step is due and did not leave']
      : []),
    ...steps
      .filter(({ messageId }) => !own.some((mail) => mail.messageId === messageId))
      .map(({ level }) => `R${level} is recorded as sent and was never accepted`),
    ...own.filter((mail) => !isOnRecord(mail, evidence)).map((mail) => `${mail.subject}: accepted, not on record`),
  ];
  // A case is stopped by an acknowledged fact, or by a hold in Postgres.
  if (!stop && !row.isHeld) complaints.push(...neverLeft(issuedOn, confirmed, own, steps, evidence.nowAt));
  return complaints.map((complaint) => `${nameOf(owed)}: ${complaint}`);
}

const isOnRecord = ({ messageId }: LedgerMail, { items }: Evidence) =>
  items.some((item) => item.messageId === messageId && ['sent', 'delivered', 'ambiguous'].includes(item.status));

/** By a calendar other than the product's: every level whose day has come, and that waits for no person, is in the ledger. */
function neverLeft(
  issuedOn: string,
  confirmed: number,
  own: LedgerMail[],
  steps: Evidence['steps'],
  nowAt: Date,
): string[] {
  const complaints: string[] = [];
  let anchorOn = issuedOn;
  for (const level of [1, 2, 3]) {
    const dueOn = workingDay(plus(anchorOn, 15));
    const isExpected = dueOn < nowAt.toISOString().slice(0, 10) && (level < 3 || confirmed > 0);
    const done = steps.find((step) => step.level === level);
    if (isExpected && !own.some((mail) => levelOf(mail) === level))
      complaints.push(`R${level} was due on ${dueOn} and never left`);
    if (!done) return complaints;
    anchorOn = done.on;
  }
  return complaints;
}

function outOfOrder(owed: Owed, own: LedgerMail[], evidence: Evidence): string[] {
  const { file, issuedOn } = owed;
  const complaints: string[] = [];
  const levels = own.map(levelOf);
  // The same level twice is reported as another fault.
  if (levels.some((level, index) => index > 0 && level < levels[index - 1]!))
    complaints.push(`accepted in the order ${levels.map((level) => `R${level}`).join(', ')}`);
  levels.forEach((level) => {
    if (level > 1 && !levels.includes(level - 1)) complaints.push(`R${level} left without R${level - 1}`);
  });
  let earliestOn = workingDay(plus(issuedOn, 15));
  for (const step of evidence.steps.filter(({ invoiceId }) => invoiceId === file.id)) {
    if (step.on < earliestOn) complaints.push(`R${step.level} left on ${step.on}, before its day ${earliestOn}`);
    earliestOn = workingDay(plus(step.on, 15));
  }
  return complaints.map((complaint) => `${nameOf(owed)}: ${complaint}`);
}

function sentAfterStop(owed: Owed, own: LedgerMail[]): string[] {
  const { stop } = owed;
  if (!stop) return [];
  return own
    .filter(({ acceptedAtMs, messageId }) => acceptedAtMs > stop.ackedAtMs && !stop.named.includes(messageId ?? ''))
    .map(
      ({ subject, acceptedAtMs }) =>
        `${nameOf(owed)}: ${subject} accepted ${acceptedAtMs - stop.ackedAtMs} ms after the stop was acknowledged`,
    );
}
