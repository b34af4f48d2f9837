import { Badge, Group, Text } from '@mantine/core';
import type { ColumnDef } from '@tanstack/react-table';
import { useMemo } from 'react';
import { LightLink } from '../../frame/light-link.tsx';
import { LevelBadge } from '../../level/level-badge.tsx';
import { kindWord, messageWord } from '../../level/level.ts';
import type { Message } from '../../messages/message.ts';
import classes from '../../messages/message.module.css';
import { MessageStatus } from '../../messages/message-status.tsx';
import { addresseeOf, ToOthers } from '../../messages/to-others.tsx';
import { waitingWords } from '../../messages/why-waiting.ts';
import { levelIn, numbersIn } from '../../table/sheet.ts';
import { customerNameIn } from '../../words/customer-name.ts';
import { useFormats } from '../../words/formats.ts';
import { useLanguage } from '../../words/language.ts';
import { defineWords, useWords } from '../../words/words.ts';

const words = defineWords(
  {
    reserved: 'Préparé le',
    sent: 'Parti le',
    addressee: 'Client ou tiers',
    kind: 'Canal',
    level: 'Niv.',
    subject: 'Objet',
    to: 'Destinataires',
    invoices: 'Pièces',
    amount: 'Montant',
    status: 'Statut',
    test: 'essai',
  },
  {
    reserved: 'Prepared',
    sent: 'Left on',
    addressee: 'Customer or third party',
    kind: 'Channel',
    level: 'Lev.',
    subject: 'Subject',
    to: 'Recipients',
    invoices: 'Invoices',
    amount: 'Amount',
    status: 'Status',
    test: 'test',
  },
);

function Addressee({ message }: { message: Message }) {
  const { name, path } = addresseeOf(message, useLanguage().language);
  return (
    <LightLink to={path} className={classes.addressee} title={name}>
      {name}
    </LightLink>
  );
}

export function useMessageColumns(): ColumnDef<Message>[] {
  const w = useWords(words);
  const { waitsForLine } = useWords(waitingWords);
  const { instant, day, money, language } = useFormats();
  return useMemo(() => {
    const column = (
      id: string,
      header: string,
      meta: ColumnDef<Message>['meta'],
      show: (of: Message) => React.ReactNode,
    ) => ({
      id,
      header,
      ...(meta ? { meta } : {}),
      cell: ({ row }: { row: { original: Message } }) => show(row.original),
    });
    return [
      // The order and the filter by day use the time of preparation.
      column('reserved', w.reserved, { width: '154px', sort: 'reserved_at', sheet: { day: 'reserved_at' } }, (of) =>
        instant(of.reserved_at),
      ),
      column('sent', w.sent, { width: '100px', sheet: { day: 'sent_at' } }, (of) =>
        of.sent_at ? day(of.sent_at) : null,
      ),
      column(
        'addressee',
        w.addressee,
        {
          width: 'minmax(130px, 1.3fr)',
          sheet: { text: (of) => of['third_party_name'] || customerNameIn(language)(of) },
        },
        (of) => <Addressee message={of} />,
      ),
      column('kind', w.kind, { width: '72px', sheet: { text: (of) => kindWord(of['kind'] ?? '', language) } }, (of) =>
        kindWord(of.kind, language),
      ),
      column('level', w.level, { width: '50px', sheet: { text: levelIn } }, (of) =>
        of.level ? <LevelBadge level={of.level} /> : null,
      ),
      column('subject', w.subject, { width: 'minmax(160px, 2fr)', sheet: { text: 'subject' } }, (of) => (
        <Group gap={6} wrap="nowrap">
          {of.test && (
            <Badge size="xs" variant="outline" color="gray" tt="none" className={classes.mark}>
              {w.test}
            </Badge>
          )}
          <ToOthers message={of} />
          <Text truncate>{of.subject}</Text>
        </Group>
      )),
      column('to', w.to, { width: 'minmax(100px, 1.2fr)', sheet: { text: 'to' } }, (of) => (
        <Text truncate>{of.to.join(', ')}</Text>
      )),
      column('invoices', w.invoices, { width: 'minmax(112px, 0.8fr)', sheet: { text: numbersIn } }, (of) => (
        <Text truncate>{of.invoices.map(({ number }) => number).join(', ')}</Text>
      )),
      column('amount', w.amount, { width: '100px', align: 'right', sheet: { money: 'amount_cents' } }, (of) =>
        // An acknowledgement or an internal notice may be about no invoice.
        of.invoices.length > 0 ? money(of.amount_cents, of.currency) : null,
      ),
      column(
        'status',
        w.status,
        {
          width: 'minmax(130px, 0.5fr)',
          sheet: {
            text: (of) =>
              of['waits_line_stopped'] === 'true'
                ? waitsForLine
                : messageWord(of['to_post'] === 'true' ? 'to_post' : (of['status'] ?? ''), language),
          },
        },
        (of) => <MessageStatus message={of} />,
      ),
    ];
  }, [w, waitsForLine, instant, day, money, language]);
}
