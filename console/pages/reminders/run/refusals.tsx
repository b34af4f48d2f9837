import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { answerOf, api, type Schema } from '../../../api/client.ts';
import { useCustomerName } from '../../../words/customer-name.ts';
import { useFormats } from '../../../words/formats.ts';
import { useWords } from '../../../words/words.ts';
import classes from './run.module.css';
import { runWords, whyLeftOut } from './run-words.ts';
import type { Refusal } from './use-run.ts';

/** How many cases are named for each reason. */
const NAMED = 8;

/** Reasons that do not prevent a letter: no e-mail address, or a level that is a registered letter. */
const GO_BY_LETTER: ReadonlySet<string> = new Set(['no_address', 'registered_required']);

interface RefusalsProps {
  refused: readonly Refusal[];
  /** Rows already loaded, whose numbers and names need no request. */
  rows: readonly Schema<'Invoice'>[];
  /** Reminds by letter the cases that an e-mail cannot remind. Absent when the run is by letter already. */
  byLetter?: (invoiceIds: string[]) => void;
}

/** What a run leaves out, by reason, with names, and a way to continue where there is one. */
export function Refusals({ refused, rows, byLetter }: RefusalsProps) {
  const w = useWords(runWords);
  const { count, language } = useFormats();
  const groups = byCode(refused);
  return (
    <Stack gap="sm">
      {[...groups].map(([code, of]) => (
        <div key={code} className={classes.refusal}>
          <Group justify="space-between" wrap="nowrap" align="flex-start">
            <Text fw={560}>
              {whyLeftOut(code, language)} · {count(of.length, w.one, w.many)}
            </Text>
            {GO_BY_LETTER.has(code) && byLetter && (
              <Button
                variant="default"
                style={{ flex: 'none' }}
                leftSection={<IconMail size={15} aria-hidden />}
                onClick={() => byLetter(of.map(({ invoice_id }) => invoice_id))}
              >
                {w.byLetter(count(of.length, w.one, w.many), of.length > 1)}
              </Button>
            )}
          </Group>
          <Named of={of} rows={rows} />
        </div>
      ))}
    </Stack>
  );
}

function byCode(refused: readonly Refusal[]): Map<string, Refusal[]> {
  const groups = new Map<string, Refusal[]>();
  for (const one of refused) {
    const group = groups.get(one.code);
    if (group) group.push(one);
    else groups.set(one.code, [one]);
  }
  return groups;
}

function Named({ of, rows }: { of: readonly Refusal[]; rows: readonly Schema<'Invoice'>[] }) {
  const w = useWords(runWords);
  const nameOf = useCustomerName();
  const { count } = useFormats();
  const ids = of.slice(0, NAMED).map(({ invoice_id }) => invoice_id);
  const loaded = rows.filter(({ id }) => ids.includes(id));
  const missing = ids.filter((id) => !loaded.some((row) => row.id === id));
  const { data = [] } = useQuery({
    queryKey: ['invoices', 'named', missing],
    enabled: missing.length > 0,
    refetchInterval: false,
    queryFn: async () =>
      (await answerOf(api.GET('/v1/invoices', { params: { query: { ids: missing.join(','), limit: NAMED } } }))).data,
  });
  return (
    <Text c="dimmed" lineClamp={3}>
      {[...loaded, ...data].map(({ id, number, customer }, at) => (
        <span key={id}>
          {at > 0 && ', '}
          <Anchor component={Link} to={`/dossiers/${id}`} size="sm">
            {number}
          </Anchor>{' '}
          {nameOf(customer)}
        </span>
      ))}
      {of.length > NAMED && ` ${w.more(count(of.length - NAMED, w.one, w.many))}`}
    </Text>
  );
}
