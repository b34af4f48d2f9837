import { Anchor, Text, Title } from '@mantine/core';
import type { ColumnDef } from '@tanstack/react-table';
import { type CSSProperties, useMemo } from 'react';
import { Link } from 'react-router';
import { answerOf, api, type Schema } from '../../api/client.ts';
import { kindWord, messageWord } from '../../level/level.ts';
import { whyNotLeft } from '../../messages/why-not-left.ts';
import { Empty } from '../../states/empty.tsx';
import { DataTable } from '../../table/data-table.tsx';
import { usePages } from '../../table/use-pages.ts';
import { useFormats } from '../../words/formats.ts';
import { defineWords, useWords } from '../../words/words.ts';
import classes from './third-party.module.css';

type Statement = Schema<'Statement'>;

const words = defineWords(
  {
    title: 'États déjà envoyés',
    none: 'Aucun état envoyé',
    noneHint: 'Les états d’impayés envoyés à ce tiers resteront consultables ici, tels qu’ils sont partis.',
    at: 'Date',
    mode: 'Mode',
    files: 'Dossiers',
    amount: 'Montant',
    to: 'Destinataire',
    status: 'Statut',
    by: 'Par',
    pdf: 'État',
    view: 'Voir le PDF',
    download: 'Télécharger',
    test: 'essai',
    viewOf: (day: string) => `Voir le PDF de l’état du ${day}`,
    downloadOf: (day: string) => `Télécharger l’état du ${day}`,
  },
  {
    title: 'Past statements',
    none: 'No statement sent',
    noneHint: 'Statements sent to this third party can be read here as they left.',
    at: 'Day',
    mode: 'Mode',
    files: 'Files',
    amount: 'Amount',
    to: 'To',
    status: 'Status',
    by: 'By',
    pdf: 'Statement',
    view: 'See the PDF',
    download: 'Download',
    test: 'test',
    viewOf: (day: string) => `See the PDF of the statement of ${day}`,
    downloadOf: (day: string) => `Download the statement of ${day}`,
  },
);

/** The statements sent to the third party, which can be read as they were sent. */
export function PastStatements({ party }: { party: Schema<'ThirdParty'> }) {
  const w = useWords(words);
  const columns = useColumns(party.name);
  const pages = usePages<Statement>(['third-parties', party.id, 'statements'], (cursor) => {
    const params = { path: { id: party.id }, query: { limit: 100, ...(cursor ? { cursor } : {}) } };
    return answerOf(api.GET('/v1/third-parties/{id}/statements', { params }));
  });
  const rows = pages.rows?.length;
  const height = rows ? { 'data-rows': rows, style: { '--rows': rows } as CSSProperties } : {};
  return (
    <section className={classes.statements} aria-label={w.title} {...height}>
      <div className={classes.head}>
        <Title order={2} size="h5">
          {w.title}
        </Title>
      </div>
      <DataTable
        label={w.title}
        columns={columns}
        rows={pages.rows}
        error={pages.error}
        retry={pages.retry}
        empty={<Empty title={w.none} hint={w.noneHint} isLow />}
        {...(pages.onEnd ? { onEnd: pages.onEnd } : {})}
        isLoadingMore={pages.isLoadingMore}
      />
    </section>
  );
}

/** `name` is the third party's: a letter goes to that address and names no other recipient. */
function useColumns(name: string): ColumnDef<Statement>[] {
  const w = useWords(words);
  const { day, instant, money, number, language } = useFormats();
  return useMemo(
    () => [
      {
        id: 'at',
        header: w.at,
        meta: { width: '216px' },
        cell: ({ row: { original } }) => (
          <Anchor component={Link} to={`/envois/${original.id}`} size="sm">
            {instant(original.sent_at ?? original.created_at)}
            {original.test ? ` (${w.test})` : ''}
          </Anchor>
        ),
      },
      {
        id: 'mode',
        header: w.mode,
        meta: { width: '84px' },
        cell: ({ row: { original } }) => kindWord(original.mode, language),
      },
      {
        id: 'files',
        header: w.files,
        meta: { width: '72px', align: 'right' },
        cell: ({ row: { original } }) => number(original.count),
      },
      {
        id: 'amount',
        header: w.amount,
        meta: { width: '120px', align: 'right' },
        cell: ({ row: { original } }) => money(original.amount_cents, original.currency),
      },
      {
        id: 'to',
        header: w.to,
        meta: { width: 'minmax(140px, 1.4fr)' },
        cell: ({ row: { original } }) => <Text truncate>{original.to.join(', ') || name}</Text>,
      },
      {
        id: 'status',
        header: w.status,
        meta: { width: 'minmax(120px, 1fr)' },
        cell: ({ row: { original } }) => (
          <Text truncate title={whyNotLeft(original, language) ?? ''}>
            {messageWord(original.status, language)}
          </Text>
        ),
      },
      {
        id: 'by',
        header: w.by,
        meta: { width: 'minmax(100px, 1fr)' },
        cell: ({ row: { original } }) => <Text truncate>{original.actor.name}</Text>,
      },
      {
        id: 'pdf',
        header: w.pdf,
        meta: { width: '180px' },
        cell: ({ row: { original } }) => {
          // The PDF is drawn shortly after the request, and never for a statement that was cancelled before.
          if (original.status === 'reserved' || original.status === 'cancelled') return null;
          const on = day(original.sent_at ?? original.created_at);
          return (
            <>
              <Anchor href={original.pdf_url} target="_blank" size="sm" aria-label={w.viewOf(on)}>
                {w.view}
              </Anchor>
              <Anchor href={original.pdf_url} download size="sm" ml="sm" aria-label={w.downloadOf(on)}>
                {w.download}
              </Anchor>
            </>
          );
        },
      },
    ],
    [w, name, day, instant, money, number, language],
  );
}
