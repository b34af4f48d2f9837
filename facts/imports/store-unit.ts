import type { ImportKind } from '../../prisma/generated/enums.ts';
import type { Database } from '../../prisma/client.ts';
import { createCustomer } from '../customers/create-customer.ts';
import { createInvoice } from '../invoices/create-invoice.ts';
import { recordPayment } from '../money/record-payment.ts';
import type { FactContext, Telling } from '../outcome.ts';
import { FactRefused } from '../refused.ts';
import { createThirdParty } from '../third-parties/create-third-party.ts';
import { readCustomer, readInvoice, readPayment, readThirdParty } from './record-inputs.ts';
import type { ImportUnit } from './units.ts';

export interface Refusal {
  line: number;
  code: string;
  detail: string;
}

/**
 * What became of a unit. `startId`: an invoice whose workflow has to be started; `tellings`: what other cases have to
 * be told.
 */
export interface StoredUnit {
  refused: Refusal[];
  startId: string | null;
  tellings: Telling[];
}

/** Stores a unit with the function that the API uses; a record already stored with the same content is accepted. */
export async function storeUnit(
  db: Database,
  context: FactContext,
  kind: ImportKind,
  unit: ImportUnit,
): Promise<StoredUnit> {
  const unreadable = unit.records.find((record) => record.unreadable !== null);
  if (unreadable) return refuse(unit, 'unreadable', unreadable.unreadable ?? '');
  if (unit.fault) return refuse(unit, unit.fault.code, unit.fault.detail);
  try {
    return await STORE[kind](db, context, unit);
  } catch (error) {
    if (!(error instanceof FactRefused)) throw error;
    const faults = error.errors.map((fault) => fault.detail);
    return refuse(unit, error.code, faults.length > 0 ? faults.join(' ') : error.detail);
  }
}

type Store = (db: Database, context: FactContext, unit: ImportUnit) => Promise<StoredUnit>;

const STORE: Record<ImportKind, Store> = {
  customers: async (db, context, unit) => {
    const read = readCustomer(unit.records[0]!);
    if (!read.input) return refuse(unit, 'invalid', read.fault);
    const { tellings } = await createCustomer(db, context, read.input);
    return { refused: [], startId: null, tellings };
  },
  invoices: async (db, context, unit) => {
    const read = readInvoice(unit.records[0]!);
    if (!read.input) return refuse(unit, 'invalid', read.fault);
    const { answer, tellings } = await createInvoice(db, context, read.input);
    return { refused: [], startId: answer.starts ? answer.id : null, tellings };
  },
  third_parties: async (db, context, unit) => {
    const read = readThirdParty(unit.records[0]!);
    if (!read.input) return refuse(unit, 'invalid', read.fault);
    await createThirdParty(db, context, read.input);
    return { refused: [], startId: null, tellings: [] };
  },
  payments: async (db, context, unit) => {
    const read = readPayment(unit.records);
    if (!read.input) return refuse(unit, 'invalid', read.fault);
    const { tellings } = await recordPayment(db, context, read.input);
    return { refused: [], startId: null, tellings };
  },
};

function refuse(unit: ImportUnit, code: string, detail: string): StoredUnit {
  return { refused: unit.records.map(({ line }) => ({ line, code, detail })), startId: null, tellings: [] };
}
