import { Checkbox, Group, ScrollArea, Stack, Text } from '@mantine/core';
import { holdWords } from '../level/level.ts';
import { useFormats } from '../words/formats.ts';
import { defineWords, useWords } from '../words/words.ts';

const words = defineWords(
  {
    items: 'Pièces concernées',
    due: (day: string) => `échéance le ${day}`,
    notDue: 'pas encore échue',
  },
  { items: 'Items concerned', due: (day: string) => `due on ${day}`, notDue: 'not due yet' },
);

/** An item that an action can be about. */
export interface OfferedItem {
  id: string;
  number: string;
  /** Local day, `YYYY-MM-DD`. */
  dueOn: string | null;
  daysLate: number | null;
  balanceCents: number;
  currency: string;
  /** The kinds of holds in force on it. Empty when there is none. */
  heldBy: readonly string[];
}

/** The items that an action can be about, and the function that toggles one. */
export interface OfferedItems {
  all: OfferedItem[];
  /** Null while a notice about the items must be answered first. */
  tick: ((id: string) => void) | null;
}

/** A checkbox for each item of an action. The last checked one cannot be unchecked. */
export function ItemBoxes({ offered: { all, tick }, ticked }: { offered: OfferedItems; ticked: readonly string[] }) {
  const w = useWords(words);
  const { money, day, lateness, language } = useFormats();
  return (
    <ScrollArea.Autosize mah={176} type="auto">
      <Stack gap={4} role="group" aria-label={w.items}>
        {all.map(({ id, number, dueOn, daysLate, balanceCents, currency, heldBy }) => {
          const isTicked = ticked.includes(id);
          const late = daysLate === null || daysLate > 0 ? lateness(daysLate) : w.notDue;
          const said = [dueOn && w.due(day(dueOn)), late, heldBy.length > 0 && holdWords(heldBy, language)];
          return (
            <Group key={id} gap="sm" wrap="nowrap" justify="space-between" pr="sm">
              <Checkbox
                size="xs"
                label={number}
                checked={isTicked}
                disabled={tick === null || (isTicked && ticked.length === 1)}
                onChange={() => tick?.(id)}
              />
              <Text size="sm" c="dimmed" flex={1} truncate>
                {said.filter(Boolean).join(', ')}
              </Text>
              <Text size="sm" className="figures">
                {money(balanceCents, currency)}
              </Text>
            </Group>
          );
        })}
      </Stack>
    </ScrollArea.Autosize>
  );
}
