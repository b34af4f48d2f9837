import { Alert, Button, Group, Text } from '@mantine/core';
import { IconPlayerPause } from '@tabler/icons-react';
import { useState } from 'react';
import type { Schema } from '../../api/client.ts';
import { useFormats } from '../../words/formats.ts';
import { defineWords, useWords } from '../../words/words.ts';
import { LiftCustomerPause, PauseCustomer } from './customer-pause-dialogs.tsx';

const words = defineWords(
  {
    pause: 'Mettre le client en pause',
    paused: 'Client en pause',
    since: (day: string) => `Depuis le ${day}`,
    insolvency: (day: string) => `Procédure collective${day ? ` ouverte le ${day}` : ''}`,
    untilDay: (day: string) => `jusqu’au ${day}`,
    noEnd: 'sans date de fin',
    lift: 'Lever la pause…',
    change: 'Modifier…',
  },
  {
    pause: 'Pause the customer',
    paused: 'Customer paused',
    since: (day: string) => `Since ${day}`,
    insolvency: (day: string) => `Insolvency proceedings${day ? ` opened on ${day}` : ''}`,
    untilDay: (day: string) => `until ${day}`,
    noEnd: 'without an end',
    lift: 'End the pause…',
    change: 'Change…',
  },
);

/** Whether all reminders of the customer are paused, and why, with buttons to start, change and end that. */
export function CustomerPause({ customer }: { customer: Schema<'Customer'> }) {
  const w = useWords(words);
  const { day } = useFormats();
  const [asked, setAsked] = useState<'pause' | 'lift' | null>(null);
  const close = () => setAsked(null);
  const { hold } = customer;
  return (
    <>
      {hold ? (
        <Alert variant="default" mb="md" p="sm" title={w.paused} icon={<IconPlayerPause size={18} aria-hidden />}>
          <Text>{hold.reason}</Text>
          {hold.cause === 'insolvency' && <Text>{w.insolvency(hold.since_on ? day(hold.since_on) : '')}</Text>}
          <Text c="dimmed">
            {w.since(day(hold.since_at))}, {hold.until_on ? w.untilDay(day(hold.until_on)) : w.noEnd}
          </Text>
          <Group gap="xs" mt={8}>
            <Button variant="default" onClick={() => setAsked('lift')}>
              {w.lift}
            </Button>
            <Button variant="subtle" onClick={() => setAsked('pause')}>
              {w.change}
            </Button>
          </Group>
        </Alert>
      ) : (
        <Group mb="sm">
          <Button
            variant="default"
            leftSection={<IconPlayerPause size={15} aria-hidden />}
            onClick={() => setAsked('pause')}
          >
            {w.pause}
          </Button>
        </Group>
      )}
      {asked === 'pause' && <PauseCustomer customer={customer} close={close} />}
      {asked === 'lift' && <LiftCustomerPause customer={customer} close={close} />}
    </>
  );
}
