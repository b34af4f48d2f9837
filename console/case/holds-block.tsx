import { Button, Group, Text } from '@mantine/core';
import { holdWord } from '../level/level.ts';
import { useFormats } from '../words/formats.ts';
import { defineWords, useWords } from '../words/words.ts';
import { Block } from './block.tsx';
import type { Hold, Invoice } from './case-data.ts';
import classes from './case.module.css';

const words = defineWords(
  {
    title: 'Ce qui suspend les relances',
    set: (who: string, day: string) => `par ${who}, le ${day}`,
    until: (day: string, when: string) => `jusqu’au ${day} (${when})`,
    promised: (amount: string, day: string, when: string) => `${amount} promis pour le ${day} (${when})`,
    proof: { written: ', par écrit', oral: ', de vive voix' },
    disputed: (amount: string) => `${amount} contestés`,
    endless: 'sans date de fin',
    insolvency: (day: string) => `Procédure collective${day ? ` ouverte le ${day}` : ''}`,
    awaiting: 'Litige fondé\u00a0: un avoir est attendu',
    litigation: 'Sortir du contentieux…',
    dispute: 'Clore le litige…',
    promise: 'Retirer la promesse…',
    pause: 'Reprendre les relances…',
    customer_pause: 'La pause se lève sur la fiche du client',
    specific_action: 'Une action spécifique remplace le scénario',
  },
  {
    title: 'What holds the reminders',
    set: (who: string, day: string) => `by ${who}, on ${day}`,
    until: (day: string, when: string) => `until ${day} (${when})`,
    promised: (amount: string, day: string, when: string) => `${amount} promised for ${day} (${when})`,
    proof: { written: ', in writing', oral: ', by word of mouth' },
    disputed: (amount: string) => `${amount} disputed`,
    endless: 'without an end',
    insolvency: (day: string) => `Insolvency proceedings${day ? ` opened on ${day}` : ''}`,
    awaiting: 'Dispute upheld: a credit note is awaited',
    litigation: 'Take out of litigation…',
    dispute: 'Close the dispute…',
    promise: 'Withdraw the promise…',
    pause: 'Resume the reminders…',
    customer_pause: 'The pause is lifted on the customer’s page',
    specific_action: 'A specific action stands in for the scenario',
  },
);

interface HoldsBlockProps {
  invoice: Invoice;
  release: (hold: Hold) => void;
}

/** Every hold in force: what, why, by whom, until when, and how to end it. */
export function HoldsBlock({ invoice, release }: HoldsBlockProps) {
  const w = useWords(words);
  const { holds } = invoice.dunning;
  if (holds.length === 0) return null;
  return (
    <Block title={w.title}>
      {holds.map((hold) => (
        <HoldCard key={hold.id} hold={hold} currency={invoice.currency} release={() => release(hold)} />
      ))}
    </Block>
  );
}

function HoldCard({ hold, currency, release }: { hold: Hold; currency: string; release: () => void }) {
  const w = useWords(words);
  const { day, language } = useFormats();
  const isReleasedHere = hold.kind !== 'customer_pause' && hold.kind !== 'specific_action';
  return (
    <div className={classes.hold} data-hold={hold.kind}>
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap={8}>
        <Text
          fw={600}
          className={classes.capitalised}
          {...(hold.kind === 'litigation' ? { c: 'var(--litigation)' } : {})}
        >
          {holdWord(hold.kind, language)}
        </Text>
        {isReleasedHere && (
          <Button variant="default" size="compact-xs" onClick={release}>
            {w[hold.kind as 'litigation' | 'dispute' | 'promise' | 'pause']}
          </Button>
        )}
      </Group>
      {hold.reason && <Text>{hold.reason}</Text>}
      {hold.cause === 'insolvency' && <Text>{w.insolvency(hold.since_on ? day(hold.since_on) : '')}</Text>}
      <Text>{useTerm(hold, currency)}</Text>
      {!isReleasedHere && <Text c="dimmed">{w[hold.kind as 'customer_pause' | 'specific_action']}</Text>}
      <Text c="dimmed" size="xs">
        {w.set(hold.by, day(hold.since_at))}
      </Text>
    </div>
  );
}

/** What the hold is about and when it ends. */
function useTerm(hold: Hold, currency: string): string {
  const w = useWords(words);
  const { money, day, fromToday } = useFormats();
  if (hold.awaiting_credit) return w.awaiting;
  const { until_on: untilOn } = hold;
  if (hold.kind === 'promise' && untilOn)
    return (
      w.promised(money(hold.amount_cents ?? 0, currency), day(untilOn), fromToday(untilOn)) +
      (hold.evidence ? w.proof[hold.evidence.kind] : '')
    );
  if (hold.disputed_cents !== null) return w.disputed(money(hold.disputed_cents, currency));
  return untilOn ? w.until(day(untilOn), fromToday(untilOn)) : w.endless;
}
