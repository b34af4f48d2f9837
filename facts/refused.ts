import { CASE_CLOSED } from '../domain/case/case-closed.ts';
import type { RefusalCode } from '../domain/refusal-codes.ts';

/** One fault of the input: where (JSON pointer), what is wrong, and how to fix it. */
export interface Fault {
  pointer: string;
  detail: string;
  fix: string;
}

/** A fact that was not stored; nothing changed. The API answers with 404, 409 or 422. */
export class FactRefused extends Error {
  override name = 'FactRefused';
  readonly kind: 'not_found' | 'conflict' | 'invalid';
  readonly code: RefusalCode;
  readonly detail: string;
  readonly errors: Fault[];

  constructor(kind: FactRefused['kind'], code: RefusalCode, detail: string, errors: Fault[] = []) {
    super(`${code}: ${detail}`);
    this.kind = kind;
    this.code = code;
    this.detail = detail;
    this.errors = errors;
  }
}

/** For what does not exist, or belongs to another creditor or payment system: the same words for all. */
export const notFound = (): FactRefused => new FactRefused('not_found', 'not_found', 'There is nothing here.');

/** Input that is valid but that the current state does not allow. */
export const conflict = (code: RefusalCode, detail: string): FactRefused => new FactRefused('conflict', code, detail);

/** Input that cannot be right. `pointer` says where, as in RFC 6901. */
export const invalid = (code: RefusalCode, pointer: string, detail: string, fix: string): FactRefused =>
  new FactRefused('invalid', code, detail, [{ pointer, detail, fix }]);

/** A used credit note cannot be changed or cancelled: what was used has to be taken off its invoices first. */
export const creditNoteUsed = (): FactRefused =>
  conflict('credit_note_used', 'Part of this credit note is set against an invoice, or was paid back.');

/** A case that has ended takes no more facts that would stop or move it. */
export const caseClosed = (): FactRefused => conflict('case_closed', CASE_CLOSED);
