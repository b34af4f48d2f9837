import { historyText, type HistoryData, type HistoryKind } from '../../domain/case/history-text.ts';
import { formatAmount } from '../../domain/format/amount.ts';
import { countryAbroad } from '../../domain/format/postal-address.ts';
import { formatLongDate } from '../../domain/format/date.ts';
import { localDate } from '../../domain/calendar/local-time.ts';
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

/** A case in litigation in French words, for whoever takes it over. */
export function summaryOf(
  claim: Claim,
  file: CaseFile,
  sent: readonly SentFile[],
  { company, reading }: Pick<ExportContext, 'company' | 'reading'>,
): CaseSummary {
  const siret = company.companySiret ? ` (SIRET ${company.companySiret})` : '';
  return {
    title: `Dossier contentieux – facture ${claim.number}`,
    subtitle: `${company.companyName}${siret} · situation au ${formatLongDate(reading.todayOn, 'fr')}`,
    author: company.companyName,
    createdOn: reading.todayOn,
    page: labelsOf('fr').page,
    sections: [
      debtor(claim, company),
      claimed(claim, file, reading),
      interestSection(claim, { company, reading }),
      letters(claim, sent, reading),
      told(claim, file, reading),
    ],
  };
}

function debtor({ customer }: Claim, company: ExportContext['company']): SummarySection {
  const kinds = { consumer: 'Particulier', professional: 'Professionnel', public: 'Organisme public' };
  const rows = [
    { label: 'Nom', text: customer.name },
    { label: 'Qualité', text: kinds[customer.kind] },
    { label: 'Référence client', text: customer.reference },
    {
      label: 'Adresse',
      text: [
        ...customer.addressLines,
        `${customer.postalCode} ${customer.city}`.trim(),
        countryAbroad(customer, company),
      ]
        .filter((line) => line !== '')
        .join('\n'),
    },
    ...customer.contacts.map(({ name, email, phone }) => ({
      label: 'Contact',
      text: [name, email, phone].filter(Boolean).join(' · '),
    })),
  ];
  return { title: 'Débiteur', rows, none: '' };
}

function claimed(claim: Claim, file: CaseFile, reading: Reading): SummarySection {
  const { timeZone } = reading;
  const amount = (cents: number) => formatAmount(cents, claim.currency, 'fr');
  const on = (column: Date) => formatLongDate(fromDateColumn(column), 'fr');
  const hold = litigationOf(claim);
  const since = (at: Date) => formatLongDate(localDate(at.toISOString(), timeZone), 'fr');
  const rows = [
    { label: 'Facture', text: `${claim.number} du ${on(claim.issuedOn)}` },
    ...(claim.caseReference ? [{ label: 'Dossier', text: claim.caseReference }] : []),
    ...(claim.mission ? [{ label: 'Mission', text: claim.mission }] : []),
    ...(claim.dueOn ? [{ label: 'Échéance', text: on(claim.dueOn) }] : []),
    { label: 'Montant TTC', text: amount(claim.totalCents) },
    { label: 'Réglé', text: amount(claim.paidCents) },
    ...(claim.creditedCents === 0 ? [] : [{ label: 'Avoirs', text: amount(claim.creditedCents) }]),
    { label: 'Reste dû', text: amount(claim.balanceCents) },
    { label: 'Niveau atteint', text: claim.level === 0 ? 'Aucune relance' : `R${claim.level}` },
    ...(claim.initialLevel === 0 ? [] : [{ label: 'Niveau repris', text: takenOver(claim) }]),
    ...(hold ? [{ label: 'Contentieux', text: `depuis le ${since(hold.sinceAt)}\n${hold.reason}` }] : []),
    ...limited(claim, file, reading),
  ];
  return { title: 'Créance', rows, none: '' };
}

/** The reminders that left before the claim came here: nothing of them is in the file, and whoever reads it must not miss them. */
function takenOver({ initialLevel, initialLevelOn }: Claim): string {
  const on = initialLevelOn === null ? '' : ` le ${formatLongDate(fromDateColumn(initialLevelOn), 'fr')}`;
  return `R${initialLevel}${on} (avant la reprise dans Relance)`;
}

/** Until when it can be brought to court: whoever takes the case over has to know it first. */
function limited(claim: Claim, { allocations, holds }: CaseFile, { timeZone, todayOn }: Reading) {
  const acknowledged = {
    allocations: allocations.filter(({ reversedAt }) => reversedAt === null),
    holds: holds.filter(({ kind, outcome }) => kind === 'promise' && outcome !== 'withdrawn'),
  };
  const limitation = limitationOf({ ...claim, ...acknowledged }, timeZone);
  return limitation ? [{ label: 'Délai pour agir', text: limitationText(limitation, todayOn, 'fr') }] : [];
}

function letters({ initialLevel }: Claim, sent: readonly SentFile[], { timeZone }: Reading): SummarySection {
  const rows = sent.map(({ message, pdf, html, text, attachments, proofs }) => {
    const at = message.sentAt ?? message.reservedAt;
    const level = message.level === null ? '' : `R${message.level} · `;
    const lines = [
      `${level}${message.subject ?? ''}`,
      ...(message.test ? [labelsOf('fr').test] : []),
      message.recipients.join(', '),
      `Fichier\u00a0: ${pdf ?? html ?? text ?? '–'}`,
      ...(message.pdfSha256 ? [`SHA-256\u00a0: ${message.pdfSha256}`] : []),
      ...attachments.map(({ name }) => `Pièce jointe\u00a0: ${name}`),
      ...proofs.map(({ name }) => `Preuve\u00a0: ${name}`),
    ];
    return {
      label: formatLongDate(localDate(at.toISOString(), timeZone), 'fr'),
      text: lines.filter((line) => line !== '').join('\n'),
    };
  });
  return {
    title: 'Courriers et courriels adressés',
    rows,
    none: initialLevel === 0 ? 'Aucun.' : 'Aucun depuis la reprise dans Relance.',
  };
}

/** What tells the case to a stranger; plans and their changes do not. */
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

/** What was claimed, or from when on, is another thing since: the debtor's lawyer asks about it first. */
const isClaimChanged = (kind: string, { amountCentsBefore, dueOnBefore }: HistoryData): boolean =>
  kind === 'changed' && (amountCentsBefore !== undefined || Boolean(dueOnBefore));

/** A reminder that a person made without us; what he had noted for himself is nobody else's. */
const isStepDone = (kind: string, { level }: HistoryData): boolean => kind === 'completed' && level !== undefined;

const isTold = (kind: string, data: HistoryData): boolean =>
  TOLD.includes(kind) || isStepDone(kind, data) || isClaimChanged(kind, data);

function told(claim: Claim, { history }: CaseFile, { timeZone }: Reading): SummarySection {
  const before = claim.initialLevelOn && claim.initialLevel > 0 ? [levelBefore(claim, claim.initialLevelOn)] : [];
  const since = history
    .filter(({ kind, data }) => isTold(kind, data as HistoryData))
    .map(({ at, kind, data }) => ({
      label: formatLongDate(localDate(at.toISOString(), timeZone), 'fr'),
      text: historyText(kind as HistoryKind, data as HistoryData, 'fr'),
    }));
  return { title: 'Déroulement', rows: [...before, ...since], none: 'Rien n’est consigné.' };
}

const levelBefore = ({ initialLevel }: Claim, on: Date) => ({
  label: formatLongDate(fromDateColumn(on), 'fr'),
  text: `Niveau R${initialLevel} atteint avant la reprise dans Relance.`,
});
