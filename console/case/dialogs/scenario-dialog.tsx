import { answerOf, api } from '../../api/client.ts';
import { useChange } from '../../api/use-change.ts';
import { ScenarioSelect } from '../../choose/scenario-select.tsx';
import { StaleNote } from '../../states/stale-note.tsx';
import { useDraft } from '../../states/use-draft.ts';
import { defineWords, useWords } from '../../words/words.ts';
import { withDe } from '../../words/with-de.ts';
import type { CaseDialogProps } from './case-dialogs.tsx';
import { CaseForm } from './case-form.tsx';
import { sayHandedOver } from './handed-over.tsx';
import { ScenarioPlan } from './scenario-plan.tsx';

const words = defineWords(
  {
    title: (number: string) => `Changer de scénario · ${number}`,
    scenario: 'Scénario',
    hint: 'Vide\u00a0: la facture suit celui de son client, de son groupe, ou celui par défaut.',
    submit: 'Changer de scénario',
    done: (number: string) => `Le scénario ${withDe(number)} est changé\u00a0: le plan suit.`,
  },
  {
    title: (number: string) => `Change the scenario · ${number}`,
    scenario: 'Scenario',
    hint: 'Empty: the invoice follows its customer’s, its group’s, or the default one.',
    submit: 'Change the scenario',
    done: (number: string) => `The scenario of ${number} is changed: the plan follows.`,
  },
);

/** Chooses another scenario for this invoice only. */
export function ScenarioDialog({ invoice, etag, close }: CaseDialogProps) {
  const w = useWords(words);
  const saved = { value: { scenarioId: invoice.scenario_id }, etag };
  const draft = useDraft(saved);
  const { scenarioId } = draft.value;
  const change = useChange({
    run: () =>
      answerOf(
        api.PATCH('/v1/invoices/{id}', {
          params: { path: { id: invoice.id }, header: { 'If-Match': draft.etag } },
          body: { scenario_id: scenarioId },
        }),
      ),
    done: () => w.done(invoice.number),
    onDone: ({ handed_over: gone }) => {
      close();
      sayHandedOver(gone);
    },
    showsError: true,
  });
  return (
    <CaseForm
      title={w.title(invoice.number)}
      close={close}
      submit={w.submit}
      onSubmit={() => change.mutate(undefined)}
      isPending={change.isPending}
      isIncomplete={!draft.isDirty}
      error={change.error}
      stale={draft.isStale && <StaleNote keeps="fields" theirs={draft.reset} mine={() => draft.merge(saved)} />}
      consequence={scenarioId && <ScenarioPlan invoice={invoice} scenarioId={scenarioId} />}
    >
      <ScenarioSelect
        label={w.scenario}
        description={w.hint}
        value={scenarioId}
        onChange={(chosen) => draft.set({ scenarioId: chosen })}
        clearable
      />
    </CaseForm>
  );
}
