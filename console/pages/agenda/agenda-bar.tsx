import { Button } from '@mantine/core';
import { type ComponentType, useState } from 'react';
import type { Action } from '../../action/action-data.ts';
import { isConfirmable, isOpenAction, isPostponable, isSkippable } from '../../action/what-can-be-decided.ts';
import { type SmsOffer, useProviders } from '../../providers/use-providers.ts';
import { SelectWhole } from '../../table/select-whole.tsx';
import type { Selection } from '../../table/selection.ts';
import { SelectionBar } from '../../table/selection-bar.tsx';
import type { Pages } from '../../table/use-pages.ts';
import { useFormats } from '../../words/formats.ts';
import { defineWords, useWords } from '../../words/words.ts';
import { BulkComplete } from './bulk/bulk-complete.tsx';
import { BulkConfirm } from './bulk/bulk-confirm.tsx';
import type { BulkProps } from './bulk/bulk-dialog.tsx';
import { BulkPostpone } from './bulk/bulk-postpone.tsx';
import { BulkSkip } from './bulk/bulk-skip.tsx';
import { hasLetter } from './printable.ts';
import { sumsOf } from './sums-of-actions.ts';
import { PrintLetters } from './print-letters.tsx';

const words = defineWords(
  {
    one: 'action',
    many: 'actions',
    confirm: (count: string) => `Confirmer ${count}…`,
    postpone: (count: string) => `Reporter ${count}…`,
    skip: (count: string) => `Passer ${count}…`,
    complete: (count: string) => `Terminer ${count}…`,
  },
  {
    one: 'action',
    many: 'actions',
    confirm: (count: string) => `Confirm ${count}…`,
    postpone: (count: string) => `Postpone ${count}…`,
    skip: (count: string) => `Skip ${count}…`,
    complete: (count: string) => `Finish ${count}…`,
  },
);

interface Decision {
  name: 'confirm' | 'postpone' | 'skip' | 'complete';
  isFor: (action: Action, providers: SmsOffer | undefined) => boolean;
  Dialog: ComponentType<BulkProps>;
}

/** Decisions about several actions, in the order of their buttons, each with the actions that it applies to. */
const DECISIONS: Decision[] = [
  { name: 'confirm', isFor: isConfirmable, Dialog: BulkConfirm },
  { name: 'postpone', isFor: isPostponable, Dialog: BulkPostpone },
  { name: 'skip', isFor: isSkippable, Dialog: BulkSkip },
  { name: 'complete', isFor: isOpenAction, Dialog: BulkComplete },
];

interface AgendaBarProps {
  selection: Selection;
  pages: Pages<Action>;
}

/** What can be done with the selected actions, in the order shown. */
export function AgendaBar({ selection, pages }: AgendaBarProps) {
  const w = useWords(words);
  const { count, amounts } = useFormats();
  const [deciding, decide] = useState<Decision | null>(null);
  const { data: providers } = useProviders();
  const chosen = (pages.rows ?? []).filter(({ id }) => selection.has(id));
  const letters = chosen.filter(hasLetter);
  const ableTo = ({ isFor }: Decision) => chosen.filter((action) => isFor(action, providers));
  const total = amounts(sumsOf(chosen));
  const said = [count(chosen.length, w.one, w.many), total].filter(Boolean).join(' · ');
  return (
    <>
      <SelectionBar said={chosen.length > 0 ? said : null} clear={selection.clear}>
        <SelectWhole selection={selection} pages={pages} counted={(total) => count(total, w.one, w.many)} />
        {DECISIONS.map((decision) => {
          const able = ableTo(decision).length;
          return able === 0 ? null : (
            <Button
              key={decision.name}
              variant={decision.name === 'confirm' ? 'filled' : 'default'}
              onClick={() => decide(decision)}
            >
              {w[decision.name](count(able, w.one, w.many))}
            </Button>
          );
        })}
        {letters.length > 0 && <PrintLetters actions={letters} />}
      </SelectionBar>
      {deciding && <deciding.Dialog actions={ableTo(deciding)} close={() => decide(null)} clear={selection.clear} />}
    </>
  );
}
