import { type Claim, readClaims } from '../../facts/exports/litigation-case.ts';
import { caseEntries, type ExportContext } from './case-entries.ts';
import { claimRow } from './claim-row.ts';
import { claimsHead, claimsLine } from './claims-sheet.ts';
import { EXPORT_NAMES } from './export-names.ts';
import { safeName, uniqueNames } from './safe-name.ts';
import type { ZipEntry } from './zip.ts';

/** How many claims are read at once. */
const PAGE = 100;

/** The archive for those of these invoices that are in litigation: the list of claims, then one folder for each case. */
export async function* litigationEntries(
  context: ExportContext,
  invoiceIds: readonly string[],
): AsyncGenerator<ZipEntry> {
  yield { path: EXPORT_NAMES[context.reading.language].allClaims, read: () => claimLines(context, invoiceIds) };
  const nameOf = folderNames();
  for await (const claim of allClaims(context, invoiceIds)) yield* caseEntries(context, claim, nameOf(claim));
}

async function* claimLines(context: ExportContext, invoiceIds: readonly string[]): AsyncGenerator<string> {
  yield claimsHead(context.reading);
  for await (const row of claimRows(context, invoiceIds)) yield claimsLine(row, context.reading);
}

async function* claimRows(context: ExportContext, invoiceIds: readonly string[]) {
  const nameOf = folderNames();
  for await (const claim of allClaims(context, invoiceIds)) yield claimRow(claim, context, nameOf(claim));
}

async function* allClaims({ db }: ExportContext, invoiceIds: readonly string[]): AsyncGenerator<Claim> {
  const ids = [...invoiceIds].sort();
  for (let at = 0; at < ids.length; at += PAGE) yield* await readClaims(db, ids.slice(at, at + PAGE));
}

/** Gives different folders to two invoice numbers that become equal once made safe; numbered in the order of the claims. */
function folderNames(): (claim: Claim) => string {
  const unique = uniqueNames();
  return ({ number }) => unique(safeName(number));
}
