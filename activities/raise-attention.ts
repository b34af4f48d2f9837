import { stopCode } from '../domain/case/attention-codes.ts';
import type { CaseFacts } from '../domain/case/state.ts';
import { caseFacts, loadCases } from '../facts/case-facts.ts';
import { raiseAttention } from '../facts/raise-attention.ts';
import type { ActivityDeps, CaseCall } from './activity-deps.ts';
import { underInvoiceLock } from './under-lock.ts';

/** Puts a case that cannot go on before a person. */
export const createRaiseAttention =
  (deps: ActivityDeps) =>
  (call: CaseCall & { code: string; text: string }): Promise<CaseFacts> =>
    underInvoiceLock(deps, call, async (tx, context) => {
      await raiseAttention(tx, context, [call.invoiceId], { code: stopCode(call.code), text: call.text });
      const [row] = await loadCases(tx, [call.invoiceId]);
      if (!row) throw new Error(`invoice ${call.invoiceId} has no case`);
      return caseFacts(row);
    });
