import { Fieldset, Group, Radio, Text } from '@mantine/core';
import { useState } from 'react';
import { answerOf, api, type Schema } from '../api/client.ts';
import { sendOnce } from '../api/send-once.ts';
import { useChange } from '../api/use-change.ts';
import { useBusinessDays } from '../case/business-days.ts';
import { CaseForm } from '../case/dialogs/case-form.tsx';
import { sayHandedOver } from '../case/dialogs/handed-over.tsx';
import { ActionPreview } from '../specific-action/action-preview.tsx';
import { isRefusedNow } from '../specific-action/kept-back.ts';
import { LitigationNote, stopsSending } from '../specific-action/litigation-note.tsx';
import { PlanFields } from '../specific-action/plan-fields.tsx';
import { type Settled, SettledNote } from '../specific-action/settled-note.tsx';
import type { ChosenItems } from '../specific-action/specific-action-dialog.tsx';
import { useFormats } from '../words/formats.ts';
import { defineWords, useWords } from '../words/words.ts';
import { NotifyFields } from './notify-fields.tsx';
import { NotifyPreview } from './notify-preview.tsx';
import {
  blankQualification,
  bodyOf,
  isReady,
  isWritten,
  withDue,
  withProposed,
  type TypedQualification,
} from './qualification.ts';
import { StatusFields } from './status-fields.tsx';
import { useNextStep } from './use-next-step.ts';
import { useProposed } from './use-proposed.ts';
import { whatHappens } from './what-happens.ts';

const words = defineWords(
  {
    title: (items: string) => `Modifier le statut de ${items}`,
    one: 'pièce',
    many: 'pièces',
    about: (customer: string, amount: string) => `${customer} · ${amount} restant dus`,
    first: '1. Statut et commentaire (facultatif)',
    second: '2. Prévenir',
    third: '3. Prochaine relance',
    scenario: 'Suivre le scénario',
    specific: 'Créer une action spécifique',
    done: (items: string) => `Statut de ${items} enregistré.`,
  },
  {
    title: (items: string) => `Change the status of ${items}`,
    one: 'item',
    many: 'items',
    about: (customer: string, amount: string) => `${customer} · ${amount} left to pay`,
    first: '1. Status and comment (optional)',
    second: '2. Tell',
    third: '3. Next reminder',
    scenario: 'Follow the scenario',
    specific: 'Create a specific action',
    done: (items: string) => `Status of ${items} stored.`,
  },
);

interface QualifyDialogProps {
  customer: Schema<'Customer'>;
  items: ChosenItems;
  /** Set when some of the items are no longer open. */
  settled: Settled | null;
  close: () => void;
  onDone: () => void;
}

/** « Modifier le statut »: what the matter is, whom to inform, and what comes next, in one request. */
export function QualifyDialog({ customer, items, settled, close, onDone }: QualifyDialogProps) {
  const w = useWords(words);
  const formats = useFormats();
  const days = useBusinessDays();
  const next = useNextStep(items.ids);
  const [own, setTyped] = useState(() => blankQualification(items.balanceCents));
  const typed = withProposed(own, useProposed());
  // When items are partly paid meanwhile, an amount that the user did not change follows what is due.
  const [dueCents, setDueCents] = useState(items.balanceCents);
  if (dueCents !== items.balanceCents) {
    setDueCents(items.balanceCents);
    setTyped(withDue(own, dueCents, items.balanceCents));
  }
  const set = (part: Partial<TypedQualification>) => setTyped((was) => ({ ...was, ...part }));
  const said = formats.count(items.ids.length, w.one, w.many);
  const qualify = useChange({
    run: () => {
      const body = bodyOf(typed, items.ids);
      return sendOnce(['qualification', body], (header) =>
        answerOf(api.POST('/v1/qualifications', { params: { header }, body })),
      );
    },
    done: () => w.done(said),
    onDone: ({ handed_over }) => sayHandedOver(handed_over),
    onDoneHere: onDone,
    showsError: true,
  });
  const pauses = { count: items.ids.length, paused: items.paused, held: items.held };
  const plansAction = typed.then === 'specific_action';
  const stopped = { numbers: items.inLitigation, kind: typed.plan.kind, isNew: typed.status === 'litigation' };
  const isStopped = plansAction && (stopsSending(stopped) || isRefusedNow(pauses, typed.plan, days));
  const step = { value: typed, set, error: qualify.error };
  return (
    <CaseForm
      title={w.title(said)}
      close={close}
      submit={w.title(said)}
      onSubmit={() => qualify.mutate(undefined)}
      isPending={qualify.isPending}
      isIncomplete={!isReady(typed) || isStopped}
      isDirty={isWritten(typed)}
      error={qualify.error}
      stale={settled && <SettledNote {...settled} />}
      consequence={whatHappens(typed, formats, days, next, { ...pauses, inLitigation: items.inLitigation })}
      size="xl"
    >
      <Text c="dimmed">{w.about(customer.name, formats.money(items.balanceCents, items.currency))}</Text>
      <Fieldset legend={w.first}>
        <StatusFields {...step} currency={items.currency} />
      </Fieldset>
      <Fieldset legend={w.second}>
        <NotifyFields {...step} customer={customer} />
        <NotifyPreview value={typed} invoiceIds={items.ids} />
      </Fieldset>
      <Fieldset legend={w.third}>
        <Radio.Group aria-label={w.third} value={typed.then} onChange={(then) => set({ then })}>
          <Group gap="lg" mb={plansAction ? 'sm' : 0}>
            <Radio size="xs" value="scenario" label={w.scenario} />
            <Radio size="xs" value="specific_action" label={w.specific} />
          </Group>
        </Radio.Group>
        {plansAction && <LitigationNote {...stopped} />}
        {plansAction && (
          <PlanFields
            value={typed.plan}
            onChange={(change) =>
              setTyped((was) => ({ ...was, plan: typeof change === 'function' ? change(was.plan) : change }))
            }
            customer={customer}
            error={qualify.error}
            pointer="/then/specific_action"
          />
        )}
        {plansAction && <ActionPreview customerId={customer.id} invoiceIds={items.ids} plan={typed.plan} />}
      </Fieldset>
    </CaseForm>
  );
}
