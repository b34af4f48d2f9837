import { type Claim, readCaseFile } from '../../facts/exports/litigation-case.ts';
import { renderCaseSummary } from '../../letters/case-summary.ts';
import type { InterestSettings } from '../../facts/interest/late-interest-of.ts';
import type { Database } from '../../prisma/client.ts';
import type { Reading } from '../invoices/reading.ts';
import { lettersTable, sentEntries, sentFiles } from './case-letters.ts';
import { callsTable, disputesTable, historyTable, paymentsTable, promisesTable } from './case-tables.ts';
import { claimRow } from './claim-row.ts';
import { claimsHead, claimsLine } from './claims-sheet.ts';
import { EXPORT_NAMES } from './export-names.ts';
import { interestTable } from './interest-of-claim.ts';
import { summaryOf } from './summary.ts';
import { type Table, tableText } from './table-text.ts';
import type { ZipEntry } from './zip.ts';

/** What an export is made with. */
export interface ExportContext {
  db: Database;
  reading: Reading;
  company: InterestSettings & { companyName: string; companySiret: string | null; country: string };
}

/**
 * The folder of one case, in the reader's language. All its files begin with the folder's name, which is the invoice's
 * number made safe for file systems.
 */
export async function* caseEntries(context: ExportContext, claim: Claim, folder: string): AsyncGenerator<ZipEntry> {
  const { db, reading } = context;
  const file = await readCaseFile(db, claim.id);
  const sent = sentFiles(file, folder, reading);
  const names = EXPORT_NAMES[reading.language];
  const entry = (name: string, read: ZipEntry['read']): ZipEntry => ({ path: `${folder}/${folder}-${name}`, read });
  const lines = (name: string, text: string) => entry(name, () => Promise.resolve(text));
  const telling = { language: reading.language, timeZone: reading.timeZone, currency: claim.currency };
  const table = (name: string, of: Table) => lines(name, tableText(of, telling));
  yield entry(names.summary, () => renderCaseSummary(summaryOf(claim, file, sent, context)));
  yield lines(names.claim, claimsHead(reading) + claimsLine(claimRow(claim, context, folder), reading));
  yield table(names.interest, interestTable(claim, context));
  yield table(names.letters, lettersTable(sent));
  yield table(names.payments, paymentsTable(file));
  yield table(names.promises, promisesTable(file));
  yield table(names.disputes, disputesTable(file));
  yield table(names.calls, callsTable(file));
  yield table(names.history, historyTable(file, reading.language));
  yield* sentEntries(db, folder, sent);
}
