import { z } from 'zod';
import { instant, uuid } from '../../facts/inputs/fields.ts';

/** Schemas for path and query parameters, which all arrive as text. */

/** An id in an answer: a UUID of any version, as paths and bodies accept it. */
export const shownId = z.guid();

export const idParams = z.strictObject({ id: uuid });

/** `?collector_id=`: a collector's id, or `none` for customers without a collector. */
export const queryCollector = z
  .union([uuid, z.literal('none')])
  .meta({ description: '`none`: customers without a collector.' });

interface Described {
  jsonSchema: object;
}

/** Describes the parsed value in OpenAPI, without the pattern and values of the text. */
function shownAs({ jsonSchema }: Described, as: object): void {
  for (const name of ['type', 'enum', 'pattern', 'format']) Reflect.deleteProperty(jsonSchema, name);
  Object.assign(jsonSchema, as);
}

/** `?x=7` */
export const queryInteger = (from: number, to: number) =>
  z
    .string()
    .regex(/^-?\d{1,15}$/, `Must be a whole number from ${from} to ${to}`)
    .transform(Number)
    .refine((value) => value >= from && value <= to, `Must be a whole number from ${from} to ${to}`)
    .meta({ override: (described: Described) => shownAs(described, { type: 'integer', minimum: from, maximum: to }) });

/** `?x=to_do,to_confirm`: one of these values, or several; duplicates are dropped. */
export const queryAnyOf = <Value extends string>(values: readonly Value[]) =>
  z
    .string()
    .transform((text) => [...new Set(text.split(','))])
    .pipe(z.array(z.enum(values)).min(1))
    .meta({
      override: {
        type: 'string',
        description: `One of these, or several parted by commas: ${values.join(', ')}`,
      },
    });

/** `?x=true` */
export const queryBoolean = z
  .enum(['true', 'false'])
  .transform((value) => value === 'true')
  .meta({ override: (described: Described) => shownAs(described, { type: 'boolean' }) });

/** `?x=2026-03-12T09:00:00Z` */
export const instantQuery = instant
  .transform((text) => new Date(text))
  .meta({ override: (described: Described) => shownAs(described, { type: 'string', format: 'date-time' }) });

/** `?currency=USD` */
export const queryCurrency = z.string().regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code such as EUR');

/** Text to search for. Never logged. */
export const queryText = z.string().normalize('NFC').trim().min(1).max(200);
