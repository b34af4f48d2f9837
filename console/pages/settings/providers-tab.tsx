import { Anchor, Stack, Switch, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api, versionedAnswerOf } from '../../api/client.ts';
import { useChange } from '../../api/use-change.ts';
import { versionedKey } from '../../api/versioned-key.ts';
import { providerName } from '../../providers/provider-names.ts';
import { useProviders } from '../../providers/use-providers.ts';
import { useSession } from '../../frame/session.ts';
import { letterWord } from '../../level/level.ts';
import { Failed } from '../../states/failed.tsx';
import { Loading } from '../../states/loading.tsx';
import { useLanguage } from '../../words/language.ts';
import { useWords } from '../../words/words.ts';
import { isInMailbox, providerState } from './provider-state.ts';
import { providersWords } from './providers-words.ts';
import { useSettings } from './use-settings.ts';

/** The providers of e-mails, letters and SMS. The company chooses whether to use those for letters and SMS. */
export function ProvidersTab() {
  const w = useWords(providersWords);
  const { language } = useLanguage();
  const { live } = useSession();
  const { data, error, refetch } = useProviders();
  const { data: settings, error: noSettings, refetch: readSettings } = useSettings();
  if (!data || !settings) {
    const failed = error ?? noSettings;
    const retry = () => void Promise.all([refetch(), readSettings()]);
    return failed ? <Failed error={failed} retry={retry} /> : <Loading />;
  }
  const { print, sms, installed } = data;
  const { print_enabled: usesPrint, sms_enabled: usesSms } = settings.data;
  const kinds = print?.letter_kinds.map((kind) => letterWord(kind, language)).join(', ') ?? '…';
  const ofPrint = {
    none: w.noPrint,
    off: w.printOff,
    mailbox: w.printMailbox(kinds),
    mailbox_live: w.printLive,
    trial: w.printTrial(kinds),
    leaves: w.printed(kinds),
  };
  const sender = sms?.sender ? w.smsFrom(sms.sender) : w.smsFromCompany;
  const ofSms = {
    none: w.noSms,
    off: w.smsOff,
    mailbox: w.smsMailbox,
    mailbox_live: w.smsLive,
    trial: w.smsTrial(sender),
    leaves: sender,
  };
  const printState = providerState(installed.print, { isUsed: usesPrint, live });
  const smsState = providerState(installed.sms, { isUsed: usesSms, live });
  return (
    <Stack gap="lg" maw={680}>
      <Text c="dimmed">{w.hint}</Text>
      <Mails {...data.mail} />
      <Provider
        title={w.print}
        name={installed.print}
        lines={[ofPrint[printState]]}
        opensMailbox={isInMailbox(printState)}
      >
        <UseSwitch
          label={w.usePrint}
          hint={usesPrint ? w.printOffHint : w.onHint}
          isUsed={usesPrint}
          changeOf={(print_enabled) => ({ print_enabled })}
        />
      </Provider>
      <Provider title={w.sms} name={installed.sms} lines={[ofSms[smsState]]} opensMailbox={isInMailbox(smsState)}>
        <UseSwitch
          label={w.useSms}
          hint={usesSms ? w.smsOffHint : w.onHint}
          isUsed={usesSms}
          changeOf={(sms_enabled) => ({ sms_enabled })}
        />
      </Provider>
    </Stack>
  );
}

function Mails(mail: NonNullable<ReturnType<typeof useProviders>['data']>['mail']) {
  const w = useWords(providersWords);
  const { sends } = useSession();
  const lines = mail.provider
    ? [
        mail.leaves ? w.leaves : w.notLive,
        mail.from ? w.from(mail.from) : w.fromCompany,
        mail.reports ? w.reports : w.noReports,
      ]
    : [sends === 'nowhere' ? w.keyMissing : w.noMail];
  return <Provider title={w.mail} name={mail.provider} lines={lines} opensMailbox={sends === 'mailbox'} />;
}

interface ProviderProps {
  title: string;
  name: string | null;
  lines: readonly string[];
  /** Whether its messages are in the local mailbox. */
  opensMailbox: boolean;
  /** The switch to use it, when there is a provider. */
  children?: ReactNode;
}

function Provider({ title, name, lines, opensMailbox, children }: ProviderProps) {
  const w = useWords(providersWords);
  const { language } = useLanguage();
  const { mailbox_url: mailbox } = useSession();
  const named = name === 'mailbox' ? w.mailbox : name && providerName(name, language);
  return (
    <section aria-label={title}>
      <Title order={2} size="h5">
        {title}
      </Title>
      <Text fw={600}>{named ?? w.none}</Text>
      {lines.map((line) => (
        <Text key={line}>{line}</Text>
      ))}
      {opensMailbox && (
        <Anchor href={mailbox} target="_blank" rel="noopener" size="sm">
          {w.openMailbox}
        </Anchor>
      )}
      {name !== null && children}
    </section>
  );
}

interface UseSwitchProps {
  label: string;
  /** What the next click does. */
  hint: string;
  isUsed: boolean;
  changeOf: (isUsed: boolean) => { print_enabled: boolean } | { sms_enabled: boolean };
}

function UseSwitch({ label, hint, isUsed, changeOf }: UseSwitchProps) {
  const w = useWords(providersWords);
  const queries = useQueryClient();
  const { mutate, isPending, variables } = useChange({
    run: (uses: boolean) =>
      // The request contains everything that it changes, and leaves what was saved meanwhile.
      versionedAnswerOf(api.PATCH('/v1/settings', { params: { header: { 'If-Match': '*' } }, body: changeOf(uses) })),
    done: () => w.saved,
    // Update the cache at once: until the next fetch the switch would show the old value.
    onDone: (now) => queries.setQueryData(versionedKey('settings'), now),
  });
  return (
    <Switch
      mt={8}
      label={label}
      description={hint}
      checked={isPending ? variables : isUsed}
      onChange={(event) => mutate(event.currentTarget.checked)}
    />
  );
}
