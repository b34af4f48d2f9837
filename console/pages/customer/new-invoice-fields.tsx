import { Group, Select, TextInput } from '@mantine/core';
import { faultOf } from '../../api/problem.ts';
import { ScenarioSelect } from '../../choose/scenario-select.tsx';
import { AmountInput } from '../../fields/amount-input.tsx';
import { DayInput } from '../../fields/day-input.tsx';
import { useFormats } from '../../words/formats.ts';
import { defineWords, useWords } from '../../words/words.ts';
import { inCurrency, type NewInvoice } from './new-invoice.ts';

const words = defineWords(
  {
    number: 'Numéro',
    issuedOn: 'Émise le',
    creditIssuedOn: 'Émis le',
    dueOn: 'Échéance',
    total: 'Montant TTC',
    currency: 'Devise',
    scenario: 'Scénario',
    scenarioHint: 'Celui du client',
    level: 'Niveau déjà atteint ailleurs',
    none: 'Aucun',
    levelOn: 'Atteint le',
    appliesTo: 'Facture concernée (facultatif)',
    appliesToHint: 'Son numéro\u00a0; vide, l’avoir reste à imputer.',
  },
  {
    number: 'Number',
    issuedOn: 'Issued on',
    creditIssuedOn: 'Issued on',
    dueOn: 'Due date',
    total: 'Amount with VAT',
    currency: 'Currency',
    scenario: 'Scenario',
    scenarioHint: 'The customer’s',
    level: 'Level reached elsewhere',
    none: 'None',
    levelOn: 'Reached on',
    appliesTo: 'Invoice concerned (optional)',
    appliesToHint: 'Its number; empty, the credit note is still to be set off.',
  },
);

interface NewInvoiceFieldsProps {
  typed: NewInvoice;
  set: (part: Partial<NewInvoice>) => void;
  error: unknown;
}

/** The data of the document and, for an invoice, the level at which its reminders start. */
export function NewInvoiceFields({ typed, set, error }: NewInvoiceFieldsProps) {
  const w = useWords(words);
  const isInvoice = typed.kind === 'invoice';
  const fault = (pointer: string) => faultOf(error, pointer);
  return (
    <>
      <Group grow align="flex-start">
        <TextInput
          label={w.number}
          value={typed.number}
          onChange={(event) => set({ number: event.currentTarget.value })}
          error={fault('/number')}
          maxLength={100}
          required
          data-autofocus
        />
        <DayInput
          label={isInvoice ? w.issuedOn : w.creditIssuedOn}
          value={typed.issuedOn}
          onChange={(issuedOn) => set({ issuedOn })}
          error={fault('/issued_on')}
          required
        />
        {isInvoice && (
          <DayInput
            label={w.dueOn}
            value={typed.dueOn}
            onChange={(dueOn) => set({ dueOn })}
            minOn={typed.issuedOn ?? undefined}
            error={fault('/due_on')}
            required
          />
        )}
      </Group>
      <Group grow align="flex-start">
        <AmountInput
          label={w.total}
          cents={typed.totalCents}
          onChange={(totalCents) => set({ totalCents })}
          currency={/^[A-Z]{3}$/.test(typed.currency) ? typed.currency : 'EUR'}
          error={fault('/total_cents')}
          required
        />
        <TextInput
          label={w.currency}
          value={typed.currency}
          onChange={(event) => set(inCurrency(typed, event.currentTarget.value.toUpperCase()))}
          error={fault('/currency')}
          maxLength={3}
          required
        />
      </Group>
      {isInvoice ? (
        <WhereItBegins typed={typed} set={set} error={error} />
      ) : (
        <ForWhich typed={typed} set={set} error={error} />
      )}
    </>
  );
}

const LEVELS = [1, 2, 3];

function WhereItBegins({ typed, set, error }: NewInvoiceFieldsProps) {
  const w = useWords(words);
  const { todayOn } = useFormats();
  return (
    <Group grow align="flex-start">
      <ScenarioSelect
        label={w.scenario}
        placeholder={w.scenarioHint}
        value={typed.scenarioId}
        onChange={(scenarioId) => set({ scenarioId })}
        error={faultOf(error, '/scenario_id')}
      />
      <Select
        label={w.level}
        allowDeselect={false}
        data={[{ value: '0', label: w.none }, ...LEVELS.map((level) => ({ value: String(level), label: `R${level}` }))]}
        value={String(typed.level)}
        onChange={(level) => level && set({ level: Number(level) })}
        error={faultOf(error, '/initial_level')}
      />
      {typed.level > 0 && (
        <DayInput
          label={w.levelOn}
          value={typed.levelOn}
          onChange={(levelOn) => set({ levelOn })}
          minOn={typed.issuedOn ?? undefined}
          maxOn={todayOn}
          error={faultOf(error, '/initial_level_on')}
          required
        />
      )}
    </Group>
  );
}

function ForWhich({ typed, set, error }: NewInvoiceFieldsProps) {
  const w = useWords(words);
  return (
    <TextInput
      label={w.appliesTo}
      description={w.appliesToHint}
      value={typed.appliesTo}
      onChange={(event) => set({ appliesTo: event.currentTarget.value })}
      error={faultOf(error, '/applies_to')}
      maxLength={100}
    />
  );
}
