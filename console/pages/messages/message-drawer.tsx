import { Anchor, Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconFileTypePdf } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { PageDrawer } from '../../frame/page-drawer.tsx';
import { LevelBadge } from '../../level/level-badge.tsx';
import { kindWord, letterWord } from '../../level/level.ts';
import { CorrectPosting, isPosted } from '../../messages/correct-posting.tsx';
import { isUncertain, type Message } from '../../messages/message.ts';
import { messageQuery } from '../../messages/message-query.ts';
import { MessageStatus } from '../../messages/message-status.tsx';
import { ResolveMessage } from '../../messages/resolve-message.tsx';
import { addresseeOf, ToOthers } from '../../messages/to-others.tsx';
import { WaitNote } from '../../messages/wait-note.tsx';
import { whyNotLeft } from '../../messages/why-not-left.ts';
import { Failed } from '../../states/failed.tsx';
import { Loading } from '../../states/loading.tsx';
import { useFormats } from '../../words/formats.ts';
import { useLanguage } from '../../words/language.ts';
import { useWords } from '../../words/words.ts';
import { fatesToTell, LetterFate } from './letter-fate.tsx';
import { MessageFacts } from './message-facts.tsx';
import { MessageText } from './message-text.tsx';
import { drawerWords } from './drawer-words.ts';
import { Proofs } from './proofs.tsx';

/** One message: its content, recipients, outcome and proofs. */
export function MessageDrawer({ messageId, close }: { messageId: string | undefined; close: () => void }) {
  const w = useWords(drawerWords);
  return (
    <PageDrawer isOpen={messageId !== undefined} close={close} title={<Text fw={620}>{w.title}</Text>}>
      {messageId && <Opened messageId={messageId} key={messageId} />}
    </PageDrawer>
  );
}

function Opened({ messageId }: { messageId: string }) {
  const w = useWords(drawerWords);
  const { day } = useFormats();
  const { language } = useLanguage();
  const { data, error, refetch } = useQuery(messageQuery(messageId));
  if (!data) return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading lines={8} />;
  const why = whyNotLeft(data, language);
  return (
    <Stack gap="md">
      <Head message={data} />
      {isUncertain(data) && <ResolveMessage message={data} />}
      <WaitNote message={data} />
      {why && <Text>{why}</Text>}
      {data.erased_at ? <Text>{w.erased(day(data.erased_at))}</Text> : <MessageText message={data} />}
      <MessageFacts message={data} />
      {isPosted(data) && <CorrectPosting messageId={data.id} />}
      {fatesToTell(data).length > 0 && <LetterFate message={data} />}
      {data.kind === 'letter' && data.erased_at === null && (
        <Proofs messageId={data.id} status={data.status} key={data.status} />
      )}
    </Stack>
  );
}

function Head({ message }: { message: Message }) {
  const w = useWords(drawerWords);
  const { money, language } = useFormats();
  const { kind, letter_kind: letterKind, level, invoices } = message;
  const addressee = addresseeOf(message, language);
  return (
    <Stack gap={6}>
      <Group gap="sm">
        {level ? <LevelBadge level={level} /> : null}
        <Text>{letterKind ? letterWord(letterKind, language) : kindWord(kind, language)}</Text>
        <MessageStatus message={message} />
        <ToOthers message={message} />
        {message.test && (
          <Badge variant="outline" color="gray" tt="none">
            {w.test}
          </Badge>
        )}
      </Group>
      <Title order={2} size="h4">
        {message.subject ?? w.noSubject}
      </Title>
      <Text>
        <Anchor component={Link} to={addressee.path} size="sm" fw={560}>
          {addressee.name}
        </Anchor>
        {invoices.map(({ id, number }, at) => (
          <span key={id}>
            {at > 0 ? ', ' : ' · '}
            <Anchor component={Link} to={`/dossiers/${id}`} size="sm">
              {number}
            </Anchor>
          </span>
        ))}
        {invoices.length > 0 && ` · ${money(message.amount_cents, message.currency)}`}
      </Text>
      {message.sha256.pdf && message.erased_at === null && (
        <Group>
          <Button
            component="a"
            variant="default"
            href={`/v1/messages/${message.id}/letter.pdf`}
            target="_blank"
            leftSection={<IconFileTypePdf size={16} aria-hidden />}
          >
            {w.letter}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
