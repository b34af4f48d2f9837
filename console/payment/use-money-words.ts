import { useSettings } from '../case/case-data.ts';
import { useFormats } from '../words/formats.ts';
import { afterMoney, afterReversal, afterUndo, type Claim, type MoneyRules } from './what-money-does.ts';

/**
 * Returns functions that say what money does to a case, with the creditor's tolerance and whether a person confirms the
 * first reminder after a reversal.
 */
export function useMoneyWords(currency: string) {
  const { language, money } = useFormats();
  const { data: settings } = useSettings();
  const rules: MoneyRules = {
    toleranceCents: settings?.tolerance_cents ?? 0,
    confirmsAfter: settings?.confirm_after_release ?? false,
  };
  const said = { language, amount: (cents: number) => money(cents, currency) };
  return {
    after: (claim: Claim, restCents: number) => afterMoney(claim, restCents, rules, said),
    afterReversal: (claim: Claim, sums: { backCents: number; owedCents: number }) =>
      afterReversal(claim, sums, rules, said),
    afterUndo: (of: 'payment' | 'allocation', numbers: readonly string[]) => afterUndo(of, numbers, rules, language),
  };
}
