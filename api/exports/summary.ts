import { historyText, type KindAndData, storedEntry } from '../../domain/case/history-text.ts';
import { formatAmount } from '../../domain/format/amount.ts';
import { countryAbroad } from '../../domain/format/postal-address.ts';
import { formatLongDate } from '../../domain/format/date.ts';
import { localDate } from '../../domain/calendar/local-time.ts';
import type { Language } from '../../domain/reminder-content.ts';
import { limitationText } from '../../domain/limitation/limitation-text.ts';
import { labelsOf } from '../../domain/wording/labels.ts';
import { type CaseFile, type Claim, litigationOf } from '../../facts/exports/litigation-case.ts';
import { limitationOf } from '../../facts/limitation/limitation-of.ts';
import type { CaseSummary, SummarySection } from '../../letters/case-summary.ts';
import { fromDateColumn } from '../../prisma/dates.ts';
import type { Reading } from '../invoices/reading.ts';
import type { ExportContext } from './case-entries.ts';
import type { SentFile } from './case-letters.ts';
import { interestSection } from './interest-of-claim.ts';
import { summaryWords } from './summary-words.ts';

/** The summary of a case in litigation, in the reader's language, for the person who takes it over. */
export function summaryOf(
  claim: Claim,
  file: CaseFile,
  sent: readonly SentFile[],
  { company, reading }: Pick<ExportContext, 'company' | 'reading'>,
): CaseSummary {
  const { language } = reading;
  const w = summaryWords(language);
  const siret = company.companySiret ? ` (SIRET ${company.companySiret})` : '';
  return {
    title: w.title(claim.number),
    subtitle: `${company.companyName}${siret} · ${w.asOf(formatLongDate(reading.todayOn, language))}`,
    author: company.companyName,
    createdOn: reading.todayOn,
    language,
    page: labelsOf(language).page,
    sections: [
      debtor(claim, company, language),
      claimed(claim, file, reading),
      interestSection(claim, { company, reading }),
      letters(claim, sent, reading),
      told(claim, file, reading),
    ],
  };
}

function debtor({ customer }: Claim, company: ExportContext['company'], language: Language): SummarySection {
  const w = summaryWords(language);
  const rows = [
    { label: w.name, text: customer.name },
    { label: w.kind, text: w.kinds[customer.kind] },
    { label: w.reference, text: customer.reference },
    {
      label: w.address,
      text: [
        ...customer.addressLines,
        `${customer.postalCode} ${customer.city}`.trim(),
        countryAbroad(customer, company),
      ]
        .filter((line) => line !== '')
        .join('\n'),
    },
    ...customer.contacts.map(({ name, email, phone }) => ({
      label: w.contact,
      text: [name, email, phone].filter(Boolean).join(' · '),
    })),
  ];
  return { title: w.debtor, rows, none: '' };
}

const columnDay = (column: Date, language: Language): string => formatLongDate(fromDateColumn(column), language);
const dayOf = (at: Date, { timeZone, language }: Reading): string =>
  formatLongDate(localDate(at.toISOString(), timeZone), language);

function claimed(claim: Claim, file: CaseFile, reading: Reading): SummarySection {
  const { language } = reading;
  const w = summaryWords(language);
  const amount = (cents: number) => formatAmount(cents, claim.currency, language);
  const hold = litigationOf(claim);
  const rows = [
    { label: w.invoice, text: w.invoiceOf(claim.number, columnDay(claim.issuedOn, language)) },
    ...(claim.caseReference ? [{ label: w.file, text: claim.caseReference }] : []),
    ...(claim.mission ? [{ label: w.mission, text: claim.mission }] : []),
    ...(claim.dueOn ? [{ label: w.due, text: columnDay(claim.dueOn, language) }] : []),
    { label: w.total, text: amount(claim.totalCents) },
    { label: w.paid, text: amount(claim.paidCents) },
    ...(claim.creditedCents === 0 ? [] : [{ label: w.credited, text: amount(claim.creditedCents) }]),
    { label: w.balance, text: amount(claim.balanceCents) },
    { label: w.level, text: claim.level === 0 ? w.noReminder : `R${claim.level}` },
    ...(claim.initialLevel === 0 ? [] : [{ label: w.takenOver, text: takenOver(claim, language) }]),
    ...(hold ? [{ label: w.litigation, text: `${w.since(dayOf(hold.sinceAt, reading))}\n${hold.reason}` }] : []),
    ...limited(claim, file, reading),
  ];
  return { title: w.claim, rows, none: '' };
}

/**
 * The reminders that left before the claim was imported: the export does not contain them, and the reader has to know that
 * they exist.
 */
const takenOver = ({ initialLevel, initialLevelOn }: Claim, language: Language): string =>
  summaryWords(language).takenOverAt(initialLevel, initialLevelOn && columnDay(initialLevelOn, language));

/** The last day to go to court, which the person who takes the case over has to know first. */
function limited(claim: Claim, { allocations, holds }: CaseFile, { timeZone, todayOn, language }: Reading) {
  const acknowledged = {
    allocations: allocations.filter(({ reversedAt }) => reversedAt === null),
    holds: holds.filter(({ kind, outcome }) => kind === 'promise' && outcome !== 'withdrawn'),
  };
  const limitation = limitationOf({ ...claim, ...acknowledged }, timeZone);
  const label = summaryWords(language).limitation;
  return limitation ? [{ label, text: limitationText(limitation, todayOn, language) }] : [];
}

function letters({ initialLevel }: Claim, sent: readonly SentFile[], reading: Reading): SummarySection {
  const { language } = reading;
  const w = summaryWords(language);
  const rows = sent.map(({ message, pdf, html, text, attachments, proofs }) => {
    const at = message.sentAt ?? message.reservedAt;
    const level = message.level === null ? '' : `R${message.level} · `;
    const lines = [
      `${level}${message.subject ?? ''}`,
      ...(message.test ? [labelsOf(language).test] : []),
      message.recipients.join(', '),
      `${w.document}${w.colon}${pdf ?? html ?? text ?? '–'}`,
      ...(message.pdfSha256 ? [`SHA-256${w.colon}${message.pdfSha256}`] : []),
      ...attachments.map(({ name }) => `${w.attached}${w.colon}${name}`),
      ...proofs.map(({ name }) => `${w.proof}${w.colon}${name}`),
    ];
    return { label: dayOf(at, reading), text: lines.filter((line) => line !== '').join('\n') };
  });
  return { title: w.letters, rows, none: initialLevel === 0 ? w.noLetter : w.noLetterSince };
}

/** The kinds of history entries that explain the case to an outsider; plans and their changes do not. */
const TOLD: readonly string[] = [
  'created',
  'paid',
  'payment_reversed',
  'credited',
  'allocation_reversed',
  'promise',
  'promise_kept',
  'promise_broken',
  'promise_withdrawn',
  'dispute',
  'dispute_resolved',
  'litigation',
  'litigation_closed',
  'sent',
  'delivered',
  'bounced',
  'letter_status',
  'call',
  'note',
];

/** Whether the claimed amount or the due date was changed, which the debtor's lawyer asks about first. */
const isClaimChanged = (entry: KindAndData): boolean =>
  entry.kind === 'changed' && (entry.data.amountCentsBefore !== undefined || Boolean(entry.data.dueOnBefore));

/** Whether a person made a reminder outside the product; a task the person noted for themselves does not count. */
const isStepDone = (entry: KindAndData): boolean => entry.kind === 'completed' && entry.data.level !== undefined;

const isTold = (entry: KindAndData): boolean => TOLD.includes(entry.kind) || isStepDone(entry) || isClaimChanged(entry);

function told(claim: Claim, { history }: CaseFile, reading: Reading): SummarySection {
  const { language } = reading;
  const w = summaryWords(language);
  const { initialLevel, initialLevelOn } = claim;
  const before =
    initialLevel > 0 && initialLevelOn
      ? [{ label: columnDay(initialLevelOn, language), text: w.levelBefore(initialLevel) }]
      : [];
  const since = history
    .map(({ at, ...row }) => ({ at, ...storedEntry(row) }))
    .filter(isTold)
    .map(({ at, kind, data }) => ({ label: dayOf(at, reading), text: historyText(kind, data, language) }));
  return { title: w.events, rows: [...before, ...since], none: w.noEvent };
}
