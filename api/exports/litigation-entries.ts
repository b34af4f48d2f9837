import { type Claim, readClaims } from '../../facts/exports/litigation-case.ts';
import { csvLine } from '../frame/csv.ts';
import { caseEntries, type ExportContext } from './case-entries.ts';
import { CLAIM_COLUMNS, claimRow, csvRow } from './claim-row.ts';
import { safeName, uniqueNames } from './safe-name.ts';
import type { ZipEntry } from './zip.ts';

/** How many claims are read at once. */
const PAGE = 100;

/** Everything that is in litigation: the list of claims, then a folder for each case. */
export async function* litigationEntries(context: ExportContext): AsyncGenerator<ZipEntry> {
  yield { path: 'claims.csv', read: () => claimLines(context) };
  const nameOf = folderNames();
  for await (const claim of allClaims(context)) yield* caseEntries(context, claim, nameOf(claim));
}

async function* claimLines(context: ExportContext): AsyncGenerator<string> {
  const nameOf = folderNames();
  yield csvLine(CLAIM_COLUMNS);
  for await (const claim of allClaims(context)) {
    yield csvRow(CLAIM_COLUMNS, claimRow(claim, context.company, context.reading.todayOn, nameOf(claim)));
  }
}

async function* allClaims({ db }: ExportContext): AsyncGenerator<Claim> {
  let after: string | null = null;
  for (;;) {
    const page: Claim[] = await readClaims(db, { after, take: PAGE });
    yield* page;
    if (page.length < PAGE) return;
    after = page.at(-1)!.id;
  }
}

/** Two numbers that are the same once they are safe get different folders, in the order of the claims. */
function folderNames(): (claim: Claim) => string {
  const unique = uniqueNames();
  return ({ number }) => unique(safeName(number));
}
