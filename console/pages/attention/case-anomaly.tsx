import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { PostponeDialog } from '../../action/postpone-dialog.tsx';
import { isPrintedHere } from '../../providers/is-printed-here.ts';
import { SureOfRegistered } from '../../providers/sure-of-registered.tsx';
import { useProviders } from '../../providers/use-providers.ts';
import { useCustomerName } from '../../words/customer-name.ts';
import { useFormats } from '../../words/formats.ts';
import { useWords } from '../../words/words.ts';
import classes from './attention.module.css';
import { attentionWords } from './attention-words.ts';
import { ContactFix } from './contact-fix.tsx';
import { MailAgain } from './mail-again.tsx';
import type { StoppedCase } from './use-anomalies.ts';
import { useCaseDecisions } from './use-case-decisions.ts';
import { useWhatToSend } from './use-what-to-send.ts';
import { type WhatToSend, waysToSend } from './what-to-send.ts';

/** Why the ladder of a case has stopped, and what can be done about it here. */
export function CaseAnomaly({ action }: { action: StoppedCase }) {
  const w = useWords(attentionWords);
  const { money, day } = useFormats();
  const called = useCustomerName()(action.customer);
  const [isPostponing, setPostponing] = useState(false);
  const [invoice] = action.invoices;
  const { data: providers } = useProviders();
  const sending = useWhatToSend(action);
  const level = sending?.level ?? null;
  const step = level === null ? null : w.step(level);
  const { remind, byLetter, asked, forget, goOn } = useCaseDecisions(
    action,
    sending ?? { level: null, isAgain: true, letter: null, to: null },
  );
  // Resolved when the user says whether the message was sent, further up on the page.
  const isUncertain = action.attention_code === 'ambiguous_sending';
  const numbers = action.invoices.map(({ number }) => number).join(', ');
  return (
    <article className={classes.card} aria-label={`${called} · ${numbers}`}>
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start" preventGrowOverflow={false}>
          <div className={classes.what}>
            <Text>
              <Anchor component={Link} to={`/clients/${action.customer.id}`} size="sm" fw={560}>
                {called}
              </Anchor>{' '}
              · {numbers} · {money(action.amount_cents, action.currency)}
            </Text>
            <Text>{action.reason ?? action.text}</Text>
            <Text c="dimmed">{w.since(day(action.due_at))}</Text>
          </div>
          {invoice && (
            <Button component={Link} to={`/dossiers/${invoice.id}`} variant="subtle" style={{ flex: 'none' }}>
              {w.open}
            </Button>
          )}
        </Group>
        {!isUncertain && <ContactFix action={action} />}
        {!isUncertain && (
          <Group gap="sm">
            {sending &&
              waysToSend(sending).map((way, index) =>
                way === 'email' ? (
                  <MailAgain
                    key={way}
                    customerId={action.customer.id}
                    label={w[sending.isAgain ? 'resend' : 'send'](step)}
                    isMain={index === 0}
                    isPending={remind.isPending && remind.variables === way}
                    before={sending.to}
                    send={() => remind.mutate(way)}
                  />
                ) : (
                  <Button
                    key={way}
                    variant={index === 0 ? 'filled' : 'default'}
                    loading={(remind.isPending && remind.variables === way) || byLetter.isPending}
                    onClick={() => byLetter.mutate(undefined)}
                  >
                    {letterButton(w, sending)}
                  </Button>
                ),
              )}
            <Button variant="default" loading={goOn.isPending} onClick={() => goOn.mutate(undefined)}>
              {sending?.isAgain === false ? w.retry : w.goOn}
            </Button>
            <Button variant="subtle" onClick={() => setPostponing(true)}>
              {w.postpone}
            </Button>
          </Group>
        )}
      </Stack>
      {asked && (
        <SureOfRegistered
          count={asked.length}
          byProvider={providers && asked.every((letter) => !isPrintedHere(providers, letter))}
          close={forget}
          send={() => remind.mutate('letter')}
        >
          <Text>{w.registered(step, asked.map(({ number }) => number).join(', '))}</Text>
          {sending?.letter?.cameBack && <Text fw={600}>{w.sameAddress}</Text>}
        </SureOfRegistered>
      )}
      {isPostponing && (
        <PostponeDialog action={action} close={() => setPostponing(false)} done={() => setPostponing(false)} />
      )}
    </article>
  );
}

/** The label of the letter's button, which says how a registered letter travels. */
function letterButton(w: Pick<(typeof attentionWords)['fr'], 'byLetter' | 'step'>, sending: WhatToSend): string {
  const { level, letter } = sending;
  const kind = letter?.kind;
  const way = level !== null && (kind === 'registered' || kind === 'lre_qualified') ? kind : 'plain';
  return w.byLetter(level === null ? null : w.step(level), way, letter !== null && sending.isAgain);
}
