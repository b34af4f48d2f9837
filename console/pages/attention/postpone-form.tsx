import { Button, Popover, Stack, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useState } from 'react';
import { answerOf, api } from '../../api/client.ts';
import { useChange } from '../../api/use-change.ts';
import { ProblemNote } from '../../states/problem-note.tsx';
import { useFormats } from '../../words/formats.ts';
import { useWords } from '../../words/words.ts';
import { attentionWords } from './attention-words.ts';

/** Puts the question off to a later day; until then nothing leaves. */
export function PostponeForm({ actionId }: { actionId: string }) {
  const w = useWords(attentionWords);
  const { day, todayOn } = useFormats();
  const [isOpen, setOpen] = useState(false);
  const [untilOn, setUntilOn] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const postpone = useChange({
    run: () =>
      answerOf(
        api.POST('/v1/actions/{id}/postpone', {
          params: { path: { id: actionId } },
          body: { until_on: untilOn ?? '', reason: reason.trim() },
        }),
      ),
    done: () => w.postponed(day(untilOn ?? todayOn)),
    onDone: () => setOpen(false),
    showsError: true,
  });
  return (
    <Popover opened={isOpen} onChange={setOpen} shadow="md" trapFocus width={280}>
      <Popover.Target>
        <Button variant="subtle" onClick={() => setOpen((was) => !was)}>
          {w.postpone}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={w.postpone}>
        <Stack gap="sm">
          <DateInput
            label={w.postponeUntil}
            size="xs"
            value={untilOn}
            onChange={setUntilOn}
            valueFormat="DD/MM/YYYY"
            minDate={todayOn}
            popoverProps={{ withinPortal: false }}
          />
          <TextInput
            label={w.reason}
            size="xs"
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <ProblemNote error={postpone.error} />
          <Button
            disabled={!untilOn || reason.trim() === ''}
            loading={postpone.isPending}
            onClick={() => postpone.mutate(undefined)}
          >
            {w.postponeDo}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
