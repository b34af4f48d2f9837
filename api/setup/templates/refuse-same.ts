import type { TemplateVariant } from '../../../prisma/generated/client.ts';
import { conflicting } from '../../frame/problem.ts';

type For = Pick<TemplateVariant, 'kind' | 'language' | 'debtorKind'>;

/** Refuses a second text for the same channel, language and kind of debtor: which of the two is sent would be chance. */
export function refuseSame(others: readonly For[], { kind, language, debtorKind }: For): void {
  const isTaken = others.some(
    (text) => text.kind === kind && text.language === language && text.debtorKind === debtorKind,
  );
  if (isTaken)
    throw conflicting('already_exists', 'It already has a text for that channel, language and kind of debtor.');
}
