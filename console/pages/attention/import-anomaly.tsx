import { Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { answerOf, api } from '../../api/client.ts';
import { useChange } from '../../api/use-change.ts';
import { useFormats } from '../../words/formats.ts';
import { useWords } from '../../words/words.ts';
import { RefusedTable } from '../imports/refused-table.tsx';
import classes from './attention.module.css';
import { attentionWords } from './attention-words.ts';
import type { RefusedImport } from './use-anomalies.ts';

/** An import with refused rows: how many, which and why, and a link to import them corrected. */
export function ImportAnomaly({ of }: { of: RefusedImport }) {
  const w = useWords(attentionWords);
  const { count, number, instant } = useFormats();
  const [isOpen, setOpen] = useState(false);
  const dismiss = useChange({
    run: () => answerOf(api.POST('/v1/imports/{id}/dismiss', { params: { path: { id: of.id } } })),
    done: () => w.importFiled,
  });
  return (
    <div className={classes.card}>
      <Group justify="space-between" wrap="nowrap">
        <div>
          <Text fw={560}>
            {w.importKinds[of.kind]} · {w.refusedRows(count(of.refused_count, w.rowOne, w.rowMany), number(of.total))}
          </Text>
          <Text c="dimmed">
            {instant(of.created_at)} · {of.actor.name}
          </Text>
        </div>
        <Group gap="sm" wrap="nowrap">
          <Button variant="default" aria-expanded={isOpen} onClick={() => setOpen((was) => !was)}>
            {isOpen ? w.hide : w.show}
          </Button>
          <Button component={Link} to="/imports" variant="default">
            {w.again}
          </Button>
          {of.status === 'done' && (
            <Button variant="subtle" loading={dismiss.isPending} onClick={() => dismiss.mutate(undefined)}>
              {w.file}
            </Button>
          )}
        </Group>
      </Group>
      {isOpen && <Rows of={of} />}
    </div>
  );
}

function Rows({ of }: { of: RefusedImport }) {
  const { data } = useQuery({
    queryKey: ['imports', of.id],
    queryFn: () => answerOf(api.GET('/v1/imports/{id}', { params: { path: { id: of.id } } })),
    refetchInterval: false,
  });
  return data && <RefusedTable kind={of.kind} refused={data.refused} />;
}
