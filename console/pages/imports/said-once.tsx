import { Group, Select, TextInput } from '@mantine/core';
import { CUSTOMER_KINDS } from '../../level/kinds.ts';
import { customerWord } from '../../level/level.ts';
import { useLanguage } from '../../words/language.ts';
import { defineWords, useWords } from '../../words/words.ts';
import type { Column } from './columns.ts';
import type { SameForAll } from './same-for-all.ts';

const words = defineWords(
  { currency: 'Devise de toutes les lignes', kind: 'Type de tous les clients du fichier' },
  { currency: 'Currency of all rows', kind: 'Kind of all customers of the file' },
);

interface SaidOnceProps {
  columns: readonly Column[];
  same: SameForAll;
  say: (same: SameForAll) => void;
}

/** Fields for columns that the file does not have because the value is the same on every line. */
export function SaidOnce({ columns, same, say }: SaidOnceProps) {
  const w = useWords(words);
  const { language } = useLanguage();
  return columns.map(({ name, form }) => (
    <Group key={name}>
      {form === 'customer_kind' ? (
        <Select
          label={w.kind}
          w={300}
          data={CUSTOMER_KINDS.map((kind) => ({ value: kind, label: customerWord(kind, language) }))}
          value={same[name] || null}
          onChange={(kind) => say({ ...same, [name]: kind ?? '' })}
        />
      ) : (
        <TextInput
          label={w.currency}
          w={300}
          maxLength={3}
          value={same[name] ?? ''}
          onChange={(event) => say({ ...same, [name]: event.currentTarget.value.toUpperCase() })}
        />
      )}
    </Group>
  ));
}
