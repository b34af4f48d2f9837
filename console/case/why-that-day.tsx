import { Button, List, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../frame/dialog.tsx';
import { DayInput } from '../fields/day-input.tsx';
import { Loading } from '../states/loading.tsx';
import { ProblemNote } from '../states/problem-note.tsx';
import { useFormats } from '../words/formats.ts';
import { defineWords, useWords } from '../words/words.ts';
import { useExplanation } from './case-data.ts';

const words = defineWords(
  {
    ask: 'Pourquoi rien n’est parti le…',
    title: 'Ce qui est parti un jour donné, ou pourquoi rien',
    day: 'Quel jour\u00a0?',
    hint: 'Un jour passé dit ce qui est parti ou pourquoi rien\u00a0; un jour à venir, ce qui est prévu.',
  },
  {
    ask: 'Why nothing left on…',
    title: 'What left on a day, or why nothing did',
    day: 'Which day?',
    hint: 'A past day says what left or why nothing did; a day to come, what is planned.',
  },
);

/** Asks « Why did nothing leave on the 4th? » for a day that the user chooses. */
export function WhyThatDay({ invoiceId }: { invoiceId: string }) {
  const w = useWords(words);
  const { todayOn } = useFormats();
  const [isOpen, setOpen] = useState(false);
  const [on, setOn] = useState<string | null>(todayOn);
  return (
    <>
      <Button variant="subtle" size="compact-xs" onClick={() => setOpen(true)}>
        {w.ask}
      </Button>
      {isOpen && (
        <Dialog onClose={() => setOpen(false)} title={w.title} size="lg">
          <Stack gap="sm" mih={320}>
            <DayInput label={w.day} description={w.hint} value={on} onChange={setOn} />
            {on && <Answer invoiceId={invoiceId} on={on} />}
          </Stack>
        </Dialog>
      )}
    </>
  );
}

function Answer({ invoiceId, on }: { invoiceId: string; on: string }) {
  const { data, error } = useExplanation(invoiceId, on);
  if (error) return <ProblemNote error={error} />;
  if (!data) return <Loading lines={2} height={16} />;
  return (
    <div role="status">
      <Text fw={550}>{data.sentence}</Text>
      {data.reasons.length > 0 && (
        <List size="sm" mt={6} spacing={2}>
          {data.reasons.map((reason, index) => (
            <List.Item key={index}>{reason}</List.Item>
          ))}
        </List>
      )}
    </div>
  );
}
