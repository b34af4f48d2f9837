import { Readable } from 'node:stream';
import { z } from 'zod';
import { personalData, readPersonalCard } from '../../facts/customers/personal-data.ts';
import { fromDateColumn } from '../../prisma/dates.ts';
import { stream } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { idParams } from '../frame/fields.ts';
import { notHere } from '../frame/problem.ts';
import { snakeCase } from '../invoices/snake-case.ts';

const row = z.record(z.string(), z.unknown());
const rows = z.array(row);

const everything = z
  .object({
    exported_at: z.iso.datetime(),
    customer: row,
    contacts: rows,
    consents: rows,
    invoices: rows,
    payments: rows,
    promises: rows,
    disputes: rows,
    other_holds: rows,
    calls: rows,
    notes: rows,
    tasks: rows,
    decisions: rows,
    qualifications: rows,
    messages: rows,
    history: rows,
  })
  .meta({ id: 'PersonalData' });

export const getPersonalDataEndpoint = defineEndpoint({
  method: 'GET',
  path: '/v1/customers/{id}/personal-data',
  tag: 'Customers',
  summary: 'Export everything stored about a customer and the customer’s contacts (GDPR art. 15 and 20)',
  description:
    'One file, streamed. Letters and files are named with their SHA-256; their content is at `/v1/messages/{id}/letter.pdf` ' +
    'and `/v1/attachments/{id}`. Of a statement, which is about other customers too, it contains only this customer’s ' +
    'cases.',
  who: ['supervisor'],
  params: idParams,
  answers: { 200: everything },
  handle: async ({ params, context: { db }, at }) => {
    const card = await readPersonalCard(db, params.id);
    if (!card) throw notHere();
    const lists = personalData(db, params.id);
    const text = written({ exported_at: at.toISOString(), customer: shown(card) }, lists);
    const filename = `donnees-personnelles-${card.reference}.json`;
    return stream({ contentType: 'application/json; charset=utf-8', stream: Readable.from(text), filename });
  },
});

/** One JSON object, written row by row: the messages of a large customer make a file of many megabytes. */
async function* written(head: object, lists: Record<string, () => AsyncIterable<object>>): AsyncGenerator<string> {
  yield JSON.stringify(head).slice(0, -1);
  for (const [name, read] of Object.entries(lists)) {
    yield `,\n"${name}":[`;
    let separator = '\n';
    for await (const one of read()) {
      yield separator + JSON.stringify(shown(one));
      separator = ',\n';
    }
    yield ']';
  }
  yield '}\n';
}

/** Stored rows in the API's notation: snake_case names, days as `YYYY-MM-DD`, cents as numbers. */
const shown = (value: object): unknown => snakeCase(plain(value, ''));

function plain(value: unknown, name: string): unknown {
  if (value instanceof Date) return /^on$|On$/.test(name) ? fromDateColumn(value) : value.toISOString();
  if (typeof value === 'bigint') return Number(value);
  if (Array.isArray(value)) return value.map((one) => plain(one, name));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([field, part]) => [field, plain(part, field)]));
}
