import { z } from 'zod';
import { heldWhere } from '../../facts/cases/case-status-filter.ts';
import { readListedIds } from '../../facts/cases/read-listings.ts';
import { readClaim } from '../../facts/exports/litigation-case.ts';
import { INTEREST_SETTINGS } from '../../facts/interest/late-interest-of.ts';
import { uuid } from '../../facts/inputs/fields.ts';
import { stream } from '../frame/answer.ts';
import { defineEndpoint, type EndpointRequest } from '../frame/endpoint.ts';
import { conflicting, notHere } from '../frame/problem.ts';
import { type InvoiceFilters, invoiceFilters, listingFilter } from '../invoices/invoice-filters.ts';
import { languageQuery, type Reading, readingOf } from '../invoices/reading.ts';
import { caseEntries } from './case-entries.ts';
import { EXPORT_NAMES } from './export-names.ts';
import { litigationEntries } from './litigation-entries.ts';
import { safeName } from './safe-name.ts';
import { zipOf } from './zip.ts';

/** No limit: ids are small, and a file that left some out would look complete. */
const ALL = 2 ** 31 - 1;

const DESCRIPTION = [
  'For each invoice in litigation a folder, in which the names of files begin with its number: a summary (PDF), the claim, late interest by',
  'periods, every letter and mail as it left with its SHA-256 and what proves it, payments, promises, disputes, calls and history;',
  '`creances.csv`, beside the folders, lists all of them, the number in its first column. Names, columns and words are French, for a French spreadsheet; or English, `claims.csv` and the',
  'names of this API, for programs, when `language` or Accept-Language asks for it. The filters are those of',
  '`GET /v1/invoices`, and without any it is all that is in litigation. With `invoice_id` it is',
  'that case alone, whatever else is asked; 409 `not_in_litigation` when it is not in litigation. Streamed.',
].join(' ');

export const getLitigationZipEndpoint = defineEndpoint({
  method: 'GET',
  path: '/v1/exports/litigation.zip',
  tag: 'Exports',
  summary: 'Export the cases in litigation, ready to be handed over',
  description: DESCRIPTION,
  who: ['collector'],
  query: z.strictObject({ invoice_id: uuid.optional(), language: languageQuery, ...invoiceFilters }),
  answers: { 200: { contentType: 'application/zip' } },
  refusals: [404, 409],
  handle: async (request) => {
    const { query, auth, at, context } = request;
    const { db } = context;
    const reading = readingOf(request);
    const company = await db.settings.findUniqueOrThrow({
      where: { creditorId: auth.creditorId },
      select: { companyName: true, companySiret: true, country: true, ...INTEREST_SETTINGS },
    });
    const made = { db, reading, company };
    const { archive } = EXPORT_NAMES[reading.language];
    if (query.invoice_id === undefined) {
      const filename = `${archive}-${reading.todayOn}.zip`;
      const entries = litigationEntries(made, await listedIds(request, reading));
      return stream({ contentType: 'application/zip', stream: zipOf(entries, at), filename });
    }
    if (!(await db.invoice.findFirst({ where: { id: query.invoice_id }, select: { id: true } }))) throw notHere();
    const claim = await readClaim(db, query.invoice_id);
    if (!claim) throw conflicting('not_in_litigation', 'This invoice is not in litigation.');
    const folder = safeName(claim.number);
    const filename = `${archive}-${folder}-${reading.todayOn}.zip`;
    return stream({ contentType: 'application/zip', stream: zipOf(caseEntries(made, claim, folder), at), filename });
  },
});

/** The invoices in litigation that fit the filters. */
async function listedIds(
  { query, auth, context }: EndpointRequest<unknown, InvoiceFilters, unknown>,
  reading: Reading,
): Promise<string[]> {
  const { all, oneOf } = listingFilter(query, reading);
  const wanted = { all: [...all, heldWhere('litigation')], oneOf };
  const page = { column: 'number', nullable: false, descending: false, take: ALL, after: null } as const;
  return readListedIds(context.db, auth.creditorId, wanted, page);
}
