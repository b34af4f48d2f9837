import { Group, Stack, Text } from '@mantine/core';
import { LevelState } from '../level/level-state.tsx';
import { colourOfLevel, holdWords } from '../level/level.ts';
import { type LevelWords, sayLevel } from '../level/level-words.ts';
import { useFormats } from '../words/formats.ts';
import { defineWords, useWords } from '../words/words.ts';
import { Block } from './block.tsx';
import type { Invoice } from './case-data.ts';

const words = defineWords(
  {
    title: 'Synthèse des relances',
    due: 'à faire',
    held: (why: string) => `suspendue (${why})`,
    planned: (day: string) => `prévue le ${day}`,
    set: (day: string) => `considérée comme faite le ${day}, sans envoi`,
    no: 'non concernée',
    referrer: 'Pro. (prescripteur)',
    notary: 'Not. (notaire)',
    phone: 'Tél. (dernier contact)',
  },
  {
    title: 'Reminders at a glance',
    due: 'due',
    held: (why: string) => `on hold (${why})`,
    planned: (day: string) => `planned for ${day}`,
    set: (day: string) => `counts as done on ${day}, without a sending`,
    no: 'not concerned',
    referrer: 'Pro. (referrer)',
    notary: 'Not. (notary)',
    phone: 'Tel. (last contact)',
  },
);

/** R1, R2, R3, the statements to referrer and notary, and the last call, side by side. */
export function Synthesis({ invoice }: { invoice: Invoice }) {
  const w = useWords(words);
  const { day, language } = useFormats();
  const heldBy = invoice.dunning.holds.map(({ kind }) => kind);
  const held = w.held(holdWords(heldBy, language));
  const say: LevelWords = {
    ...{ done: day, due: () => w.due, held: () => held, no: () => w.no },
    planned: (on) => w.planned(day(on)),
    set: (on) => w.set(day(on)),
  };
  const others: [string, string | null][] = [
    [w.referrer, invoice.last_statement_to_referrer_on],
    [w.notary, invoice.last_statement_to_notary_on],
    [w.phone, invoice.last_call_on],
  ];
  return (
    <Block title={w.title}>
      <Stack gap={2}>
        {invoice.dunning.levels.map((level) => (
          <Group key={level.level} gap={6}>
            <Text fw={650} w={26} style={{ color: colourOfLevel(level.level) }}>
              R{level.level}
            </Text>
            <LevelState {...level} heldBy={heldBy} />
            <Text>{sayLevel(level, heldBy, say)}</Text>
          </Group>
        ))}
      </Stack>
      <dl style={{ marginTop: 6 }}>
        {others.map(([name, on]) => (
          <FragmentLine key={name} name={name} value={on ? day(on) : '–'} />
        ))}
      </dl>
    </Block>
  );
}

const FragmentLine = ({ name, value }: { name: string; value: string }) => (
  <>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </>
);
