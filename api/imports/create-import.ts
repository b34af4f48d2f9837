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
    'UTF-8 or Windows-1252, comma or semicolon, columns named as the JSON fields (address_line_1…4, contact_name, ' +
    'contact_email, contact_phone; of the case file case_reference, mission, report_status, invoice_status, referrer_id, ' +
    'notary_id, also as the lists of invoices name them, case_file_reference…). ' +
    'Instead of ids a file of invoices may have referrer and notary (the reference or the name of a third party) and scenario ' +
    '(its name), one of customers collector (his e-mail address) and scenario. A payment file has one allocation a row; the same row twice counts once. A header that cannot be read is 422 at once, and so is a file of more than 250,000 lines; rows are refused one ' +
    'by one, and a row that is there already with the same content is fine.',
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
