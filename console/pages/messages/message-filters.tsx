import { Button, Select, Text } from '@mantine/core';
import { DayInput } from '../../fields/day-input.tsx';
import { useAddress } from '../../frame/use-address.ts';
import { MESSAGE_CHANNELS } from '../../level/kinds.ts';
import { kindWord, messageWord } from '../../level/level.ts';
import { FilterBar } from '../../table/filter-bar.tsx';
import { FilterText } from '../../table/filter-text.tsx';
import { useFilterChoice } from '../../table/use-filter-choice.ts';
import { useLanguage } from '../../words/language.ts';
import { defineWords, useWords } from '../../words/words.ts';

const words = defineWords(
  {
    text: 'Client, pièce, objet, destinataire',
    kind: 'Canal',
    level: 'Niveau',
    status: 'Statut',
    test: 'Essais',
    real: 'réels seulement',
    tests: 'essais seulement',
    from: 'Du',
    until: 'Au',
    ofRun: 'Une relance groupée',
    ofCase: 'Un dossier',
    ofCustomer: 'Un client',
    remove: (what: string) => `${what}\u00a0: retirer ce filtre`,
  },
  {
    text: 'Customer, invoice, subject, recipient',
    kind: 'Channel',
    level: 'Level',
    status: 'Status',
    test: 'Tests',
    real: 'real ones only',
    tests: 'tests only',
    from: 'From',
    until: 'Until',
    ofRun: 'One run',
    ofCase: 'One case',
    ofCustomer: 'One customer',
    remove: (what: string) => `${what}: remove this filter`,
  },
);

const STATUSES = [
  'reserved',
  'rendered',
  'sending',
  'sent',
  'delivered',
  'bounced',
  'complained',
  'failed',
  'cancelled',
  'ambiguous',
  'printed',
  'deposited',
  'first_presented',
  'awaiting_signature',
  'signed',
  'refused',
  'unclaimed',
  'undeliverable',
];

/** The filters above the archive. */
export function MessageFilters({ counted }: { counted: string }) {
  const w = useWords(words);
  const { language } = useLanguage();
  const { get, set } = useAddress();
  const choice = useFilterChoice();
  const about = [
    ['run_id', w.ofRun],
    ['invoice_id', w.ofCase],
    ['customer_id', w.ofCustomer],
  ] as const;
  return (
    <FilterBar>
      <FilterText label={w.text} w={210} />
      <Select
        {...choice('kind', w.kind)}
        w={110}
        data={MESSAGE_CHANNELS.map((kind) => ({ value: kind, label: kindWord(kind, language) }))}
      />
      <Select
        {...choice('level', w.level)}
        w={100}
        data={[0, 1, 2, 3].map((level) => ({ value: String(level), label: `R${level}` }))}
      />
      <Select
        {...choice('status', w.status)}
        w={150}
        data={STATUSES.map((status) => ({ value: status, label: messageWord(status, language) }))}
      />
      <Select
        {...choice('test', w.test)}
        w={124}
        data={[
          { value: 'false', label: w.real },
          { value: 'true', label: w.tests },
        ]}
      />
      <DayInput
        name={w.from}
        w={128}
        clearable
        value={get('from_on') ?? null}
        onChange={(on) => set({ from_on: on })}
      />
      <DayInput
        name={w.until}
        w={128}
        clearable
        value={get('until_on') ?? null}
        onChange={(on) => set({ until_on: on })}
      />
      {about.map(([name, said]) =>
        get(name) ? (
          <Button key={name} variant="light" onClick={() => set({ [name]: null })} aria-label={w.remove(said)}>
            {said} ✕
          </Button>
        ) : null,
      )}
      <Text c="dimmed" ml="auto" className="figures">
        {counted}
      </Text>
    </FilterBar>
  );
}
