import { Anchor, Button, Group, Text } from '@mantine/core';
import { IconClock, IconMail } from '@tabler/icons-react';
import { answerOf, api } from '../api/client.ts';
import { useChange } from '../api/use-change.ts';
import { useFormats } from '../words/formats.ts';
import { defineWords, useWords } from '../words/words.ts';
import classes from './demo-banner.module.css';
import { useSession } from './session.ts';

const words = defineWords(
  {
    demo: 'Démonstration',
    nothing: 'aucun envoi réel\u00a0: tout arrive dans la boîte locale',
    real: 'les courriels partent réellement',
    nowhere:
      'rien ne part\u00a0: la clé du prestataire de courriels manque (RESEND_API_KEY)\u00a0; les courriels attendent, et partiront dès qu’elle sera là',
    now: (day: string) => `Nous sommes le ${day}`,
    oneDay: 'Avancer d’un jour',
    fortnight: 'Avancer de 15 jours',
    mailbox: 'Boîte locale',
    moving: 'Les jours passent…',
    moved: (day: string) => `L’horloge est au ${day}.`,
  },
  {
    demo: 'Demonstration',
    nothing: 'nothing is really sent: all of it arrives in the local mailbox',
    real: 'e-mails are really sent',
    nowhere:
      'nothing is sent: the e-mail provider’s key is missing (RESEND_API_KEY); e-mails wait, and are sent once it is there',
    now: (day: string) => `It is ${day}`,
    oneDay: 'Advance one day',
    fortnight: 'Advance 15 days',
    mailbox: 'Local mailbox',
    moving: 'Days go by…',
    moved: (day: string) => `The clock is at ${day}.`,
  },
);

/** Banner while the clock is the demonstration's or nothing is really sent. It also moves the demonstration's clock. */
export function DemoBanner() {
  const w = useWords(words);
  const { day, todayOn } = useFormats();
  const { demo, live, sends, mailbox_url } = useSession();
  const advance = useChange({
    run: (days: number) => answerOf(api.POST('/v1/demo/clock', { body: { advance_days: days } })),
    done: ({ now_at }) => w.moved(day(now_at)),
  });
  if (!demo.clock && live && sends === 'resend') return null;
  return (
    <Group className={classes.banner} gap="md" role="status">
      <Text span size="sm">
        <strong>{demo.clock ? w.demo : ''}</strong>
        {demo.clock ? ' · ' : ''}
        {{ mailbox: w.nothing, resend: w.real, nowhere: w.nowhere }[sends]}
      </Text>
      {demo.clock && (
        <Group gap={8} ml="auto">
          <IconClock size={16} aria-hidden />
          <Text span size="sm" data-testid="demo-day">
            {advance.isPending ? w.moving : w.now(day(todayOn))}
          </Text>
          <Button variant="default" disabled={advance.isPending} onClick={() => advance.mutate(1)}>
            {w.oneDay}
          </Button>
          <Button variant="default" loading={advance.isPending} onClick={() => advance.mutate(15)}>
            {w.fortnight}
          </Button>
        </Group>
      )}
      <Anchor
        href={mailbox_url}
        target="_blank"
        rel="noreferrer"
        size="sm"
        underline="always"
        ml={demo.clock ? 0 : 'auto'}
      >
        <IconMail size={15} className={classes.icon} aria-hidden /> {w.mailbox}
      </Anchor>
    </Group>
  );
}
