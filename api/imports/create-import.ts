import { z } from 'zod';
import { createImport } from '../../facts/imports/create-import.ts';
import { startImport } from '../../temporal/start-import.ts';
import { accepted } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { factContext, told } from '../frame/fact-answer.ts';
import { queryText } from '../frame/fields.ts';
import { rawBody } from '../frame/raw-body.ts';

const MOST_BYTES = 20_000_000;

export const createImportEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/imports',
  tag: 'Imports',
  summary: 'Import a CSV file of customers, invoices, payments, or referrers and notaries',
  description:
    'UTF-8 or Windows-1252, separated by commas or semicolons. Columns have the names of the JSON fields: address_line_1…4, ' +
    'contact_name, contact_email, contact_phone, and for the case file case_reference, mission, report_status, ' +
    'invoice_status, referrer_id, notary_id (or case_file_reference… as in the CSV lists of invoices). Instead of ids, a ' +
    'file of invoices may have referrer and notary (a third party’s reference or name) and scenario (a name); a file of ' +
    'customers may have collector (an e-mail address) and scenario. A file of payments has one allocation in each row; a ' +
    'repeated row counts once. A header that cannot be read and a file of more than 250,000 lines are refused with 422. ' +
    'Rows are accepted or refused one by one; a row that was stored before with the same content is accepted.',
  who: ['supervisor'],
  query: z.strictObject({
    kind: z.enum(['customers', 'invoices', 'payments', 'third_parties']),
    file_name: queryText.optional().meta({ description: 'What you call the file; the list of imports names it.' }),
  }),
  body: rawBody(['text/csv'], MOST_BYTES),
  answers: { 202: z.object({ id: z.string() }) },
  handle: async (request) => {
    const { query, body, context, auth, at, requestKey } = request;
    const asked = { requestKey, fileName: query.file_name ?? null };
    const id = await createImport(context.db, factContext(request), query.kind, body, asked);
    const of = { creditorId: auth.creditorId, slug: auth.slug, importId: id, kind: query.kind };
    await told(request, () => startImport(context.dispatcher, of, at));
    return accepted(`/v1/imports/${id}`, { id });
  },
});
