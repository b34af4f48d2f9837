import { Text } from '@mantine/core';
import { useState } from 'react';
import { answerOf, api, type Schema } from '../api/client.ts';
import { sendOnce } from '../api/send-once.ts';
import { useChange } from '../api/use-change.ts';
import { useBusinessDays } from '../case/business-days.ts';
import { CaseForm } from '../case/dialogs/case-form.tsx';
import { sayHandedOver } from '../case/dialogs/handed-over.tsx';
import { useFormats } from '../words/formats.ts';
import { useLanguage } from '../words/language.ts';
import { defineWords, useWords } from '../words/words.ts';
import { ActionPreview } from './action-preview.tsx';
import { ItemBoxes, type OfferedItems } from './item-boxes.tsx';
import { isRefusedNow, type Paused, type Pauses } from './kept-back.ts';
import { LitigationNote, stopsSending } from './litigation-note.tsx';
import { BLANK_PLAN, isComplete, isTyped, planOf } from './plan.ts';
import { PlanFields } from './plan-fields.tsx';
import { ReplacedStep, useDueSteps } from './replaced-step.tsx';
import { noneReplaced } from './replaced-words.ts';
import { type Settled, SettledNote } from './settled-note.tsx';
import { whatLeaves } from './what-leaves.ts';

const words = defineWords(
  {
    title: (customer: string) => `Nouvelle action (hors scénario) · ${customer}`,
    one: 'pièce',
    many: 'pièces',
    about: (items: string, amount: string) => `Sur ${items}, ${amount} restant dus.`,
    leftOut: 'pièce au contentieux n’en fait pas partie.',
    leftOutMany: 'pièces au contentieux n’en font pas partie.',
    submit: (items: string) => `Créer l’action sur ${items}`,
    done: (title: string) => `Action «\u00a0${title}\u00a0» créée.`,
  },
  {
    title: (customer: string) => `New action (outside the scenario) · ${customer}`,
    one: 'item',
    many: 'items',
    about: (items: string, amount: string) => `About ${items}, ${amount} left to pay.`,
    leftOut: 'item in litigation is not among them.',
    leftOutMany: 'items in litigation are not among them.',
    submit: (items: string) => `Create the action on ${items}`,
    done: (title: string) => `Action “${title}” created.`,
  },
);

/** Items of the account chosen for a decision. */
export interface ChosenItems {
  ids: string[];
  balanceCents: number;
  currency: string;
  /** Numbers of those in litigation, about which nothing is sent. */
  inLitigation: string[];
  /** Those that are paused: nothing is sent about them until the pause ends. */
  paused: Paused[];
  /** Whether a dispute, litigation or a promise holds some or all of them, also after the action. Absent for none. */
  held?: Pauses['held'];
  /** How many were left out because they are in litigation. */
  leftOut?: number;
}

interface SpecificActionDialogProps {
  customer: Schema<'Customer'>;
  items: ChosenItems;
  /** The items that the action can be about; those in `items` are checked. */
  offered: OfferedItems;
  /** Set when some of the items are no longer open. */
  settled: Settled | null;
  close: () => void;
  onDone: () => void;
}

/** Plans an action outside the scenario about the chosen items. */
export function SpecificActionDialog({ customer, items, offered, settled, close, onDone }: SpecificActionDialogProps) {
  const w = useWords(words);
  const { language } = useLanguage();
  const formats = useFormats();
  const days = useBusinessDays();
  const [plan, setPlan] = useState(BLANK_PLAN);
  const steps = useDueSteps(items.ids);
  const [isChecked, setChecked] = useState(false);
  const isReplacing = isChecked && steps.levels.length > 0;
  // While it is checked, do not send before the steps to replace are known.
  const isUnsure = isChecked && !steps.isKnown;
  const create = useChange({
    run: () => {
      const what = { customer_id: customer.id, invoice_ids: items.ids, ...planOf(plan) };
      const body = isReplacing ? { ...what, replaces_step: true } : what;
      return sendOnce(['specific-action', body], (header) =>
        answerOf(api.POST('/v1/specific-actions', { params: { header }, body })),
      );
    },
    done: ({ replaced_steps: replaced }) =>
      [w.done(plan.title), noneReplaced(replaced, language)].filter(Boolean).join(' '),
    onDone: ({ handed_over }) => sayHandedOver(handed_over),
    onDoneHere: onDone,
    showsError: true,
  });
  const { leftOut = 0 } = items;
  const kept = { numbers: items.inLitigation, kind: plan.kind };
  const pauses = { count: items.ids.length, paused: items.paused, held: items.held };
  const said = formats.count(items.ids.length, w.one, w.many);
  return (
    <CaseForm
      title={w.title(customer.name)}
      close={close}
      submit={w.submit(said)}
      onSubmit={() => create.mutate(undefined)}
      isPending={create.isPending}
      isIncomplete={!isComplete(plan) || isUnsure || stopsSending(kept) || isRefusedNow(pauses, plan, days)}
      isDirty={isTyped(plan) || isReplacing}
      error={create.error}
      stale={settled && <SettledNote {...settled} />}
      consequence={whatLeaves(plan, formats, days, pauses)}
      size="xl"
    >
      <Text>
        {w.about(said, formats.money(items.balanceCents, items.currency))}
        {leftOut > 0 && ` ${formats.count(leftOut, w.leftOut, w.leftOutMany)}`}
      </Text>
      <ItemBoxes offered={offered} ticked={items.ids} />
      <LitigationNote {...kept} />
      <PlanFields value={plan} onChange={setPlan} customer={customer} error={create.error} />
      <ReplacedStep steps={steps} checked={isChecked} onChange={setChecked} />
      <ActionPreview customerId={customer.id} invoiceIds={items.ids} plan={plan} isReplacing={isReplacing} />
    </CaseForm>
  );
}
