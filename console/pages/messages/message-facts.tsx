import { Anchor, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { messageWord } from '../../level/level.ts';
import type { MessageDetail } from '../../messages/message.ts';
import classes from '../../messages/message.module.css';
import { originWords } from '../../messages/origin-words.ts';
import { addresseeOf } from '../../messages/to-others.tsx';
import { providerName } from '../../providers/provider-names.ts';
import { sizeWord } from '../../words/size-word.ts';
import { useFormats } from '../../words/formats.ts';
import { useWords } from '../../words/words.ts';
import { drawerWords } from './drawer-words.ts';

type Fact = [string, ReactNode];

/** The recorded facts: who, when, which provider, and the digests of its content. */
export function MessageFacts({ message }: { message: MessageDetail }) {
  const w = useWords(drawerWords);
  const facts = [...useSending(message), ...useCarriage(message)];
  return (
    <section>
      <Title order={3} size="h5" mb={6}>
        {w.facts}
      </Title>
      <dl className={classes.facts}>
        {facts.map(([name, value], at) => (
          // A provider can report the same state twice.
          <Row key={`${at} ${name}`} name={name} value={value} />
        ))}
      </dl>
    </section>
  );
}

const Row = ({ name, value }: { name: string; value: ReactNode }) => (
  <>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </>
);

/**
 * The reports about a message after it was sent, each with its day or time. Without any, since when it has its status.
 */
function useTold({ told, status, sent_at: sentAt, settled_at: settledAt }: MessageDetail): Fact[] {
  const w = useWords(drawerWords);
  const { instant, day, language } = useFormats();
  if (told.length > 0)
    return told.map((one) => [messageWord(one.status, language), one.on ? day(one.on) : instant(one.at)]);
  return settledAt && settledAt !== sentAt ? [[w.settled(messageWord(status, language)), instant(settledAt)]] : [];
}

function useSending(message: MessageDetail): Fact[] {
  const w = useWords(drawerWords);
  const origins = useWords(originWords);
  const { instant, number, language } = useFormats();
  const told = useTold(message);
  const { to, actor, origin, notice, run_id: runId, attachments, sha256 } = message;
  const times: Fact[] = [
    [w.reserved, message.reserved_at],
    [message.waits ? w.triedOn : w.handedOver, isByPerson(message) ? null : message.handed_over_at],
    [w.sent, message.sent_at],
  ].flatMap(([name, at]) => (at ? [[name, instant(at)] as Fact] : []));
  const digests = (
    [
      ['html', w.html],
      ['text', w.text],
      ['pdf', w.pdf],
    ] as const
  ).filter(([part]) => sha256[part]);
  return [
    [w.to, to.length > 0 ? to.join(', ') : addresseeOf(message, language).name],
    [w.by, actor.name],
    [w.origin, runId ? <RunLink key="run" runId={runId} /> : notice ? w.notice : origins[origin]],
    ...(message.override_reason ? [[w.override, message.override_reason] as Fact] : []),
    ...times,
    ...told,
    ...(isByPerson(message) ? [] : [[w.tries, number(message.tries)] as Fact]),
    ...(attachments.length > 0 ? [[w.attachments, <Attachments key="files" files={attachments} />] as Fact] : []),
    ...(digests.length > 0
      ? [
          [
            w.hashes,
            digests.map(([part, name]) => (
              <div key={part}>
                {name} <span className={classes.hash}>{sha256[part]}</span>
              </div>
            )),
          ] as Fact,
        ]
      : []),
  ];
}

function RunLink({ runId }: { runId: string }) {
  const w = useWords(originWords);
  return (
    <Anchor component={Link} to={`/relances?relance=${runId}`} size="sm">
      {w.run}
    </Anchor>
  );
}

function useCarriage(message: MessageDetail): Fact[] {
  const w = useWords(drawerWords);
  const { money, language } = useFormats();
  const { provider, provider_url: page, tracking_number: tracking, tracking_url: trackingPage } = message;
  const name = providerName(provider ?? '', language);
  return [
    ...(provider && !isByPerson(message)
      ? [[w.provider, <Provider key="provider" name={name} page={page} />] as Fact]
      : []),
    ...useReference(message),
    ...(tracking
      ? [[w.tracking, trackingPage ? <Outside href={trackingPage}>{tracking}</Outside> : tracking] as Fact]
      : []),
    ...(message.postage_cents === null ? [] : [[w.postage, money(message.postage_cents)] as Fact]),
  ];
}

/** For a letter that a person posted, its registered number. None for a letter that was only made here. */
function useReference({ id, provider, provider_reference: reference }: MessageDetail): Fact[] {
  const w = useWords(drawerWords);
  if (!reference || (isByPerson({ provider }) && reference === id)) return [];
  return [[isByPerson({ provider }) ? w.registeredNumber : w.reference, reference]];
}

/** A person printed and posted it: no provider was tried. */
const isByPerson = ({ provider }: Pick<MessageDetail, 'provider'>): boolean => provider === 'person';

function Provider({ name, page }: { name: string; page: string | null }) {
  const w = useWords(drawerWords);
  if (!page) return name;
  return (
    <>
      {name} · <Outside href={page}>{w.more}</Outside>
    </>
  );
}

const Outside = ({ href, children }: { href: string; children: string }) => (
  <Anchor href={href} target="_blank" rel="noreferrer" size="sm">
    {children}
  </Anchor>
);

function Attachments({ files }: { files: MessageDetail['attachments'] }) {
  const { language } = useFormats();
  return files.map(({ id, filename, size }) => (
    <div key={id}>
      <Anchor href={`/v1/attachments/${id}`} target="_blank" size="sm">
        {filename}
      </Anchor>{' '}
      ({sizeWord(size, language)})
    </div>
  ));
}
