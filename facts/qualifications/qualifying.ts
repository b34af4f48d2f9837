import type { DebtorKind } from '../../domain/reminder-content.ts';
import type { TakenItem } from '../specific-actions/take-items.ts';

/** A qualification while it is being stored, under the lock of its customer. */
export interface Qualifying {
  id: string;
  customer: { id: string; kind: DebtorKind; language: string; test: boolean };
  items: readonly TakenItem[];
  comment: string | null;
  /** The console's address, without a slash at the end. */
  consoleUrl: string;
}
