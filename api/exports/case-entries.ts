import { type Claim, readCaseFile } from '../../facts/exports/litigation-case.ts';
import { renderCaseSummary } from '../../letters/case-summary.ts';
import type { InterestSettings } from '../../facts/interest/late-interest-of.ts';
import type { Database } from '../../prisma/client.ts';
import type { Reading } from '../invoices/reading.ts';
import { lettersCsv, sentEntries, sentFiles } from './case-letters.ts';
import { callsCsv, disputesCsv, historyCsv, paymentsCsv, promisesCsv } from './case-tables.ts';
import { CLAIM_COLUMNS, claimRow, csvOf } from './claim-row.ts';
import { interestCsv } from './interest-of-claim.ts';
import { summaryOf } from './summary.ts';
import type { ZipEntry } from './zip.ts';

/** What an export is made with. */
export interface ExportContext {
  db: Database;
  reading: Reading;
  company: InterestSettings & { companyName: string; companySiret: string | null; country: string };
}

/** The folder of one case: its files all begin with the folder's name, which is the invoice's number made safe. */
export async function* caseEntries(context: ExportContext, claim: Claim, folder: string): AsyncGenerator<ZipEntry> {
  const { db, reading } = context;
  const file = await readCaseFile(db, claim.id);
  const sent = sentFiles(file, folder, reading.timeZone);
  const entry = (name: string, read: ZipEntry['read']): ZipEntry => ({ path: `${folder}/${folder}-${name}`, read });
  const table = (name: string, text: string) => entry(`${name}.csv`, () => Promise.resolve(text));
  yield entry('summary.pdf', () => renderCaseSummary(summaryOf(claim, file, sent, context)));
  yield table('claim', csvOf(CLAIM_COLUMNS, [claimRow(claim, context.company, reading.todayOn, folder)]));
  yield table('interest', interestCsv(claim, context));
  yield table('letters', lettersCsv(sent));
  yield table('payments', paymentsCsv(file));
  yield table('promises', promisesCsv(file));
  yield table('disputes', disputesCsv(file));
  yield table('calls', callsCsv(file));
  yield table('history', historyCsv(file));
  yield* sentEntries(db, folder, sent);
}
