import { Anchor } from '@mantine/core';
import type { ColumnDef } from '@tanstack/react-table';
import { useMemo } from 'react';
import { Link } from 'react-router';
import type { Schema } from '../../api/client.ts';
import { LevelBadge } from '../../level/level-badge.tsx';
import { customerWord, kindWord } from '../../level/level.ts';
import { useFormats } from '../../words/formats.ts';
import { useWords } from '../../words/words.ts';
import { TemplateActions } from './template-actions.tsx';
import { templatesWords } from './templates-words.ts';

type Template = Schema<'Template'>;

/** The columns of the list of templates. */
export function useTemplateColumns(): ColumnDef<Template>[] {
  const w = useWords(templatesWords);
  const { language } = useFormats();
  return useMemo(() => {
    const each = (words: string[]) => [...new Set(words)].join(', ');
    return [
      {
        id: 'name',
        header: w.name,
        meta: { width: 'minmax(180px, 1.4fr)', sort: 'name' },
        cell: ({ row: { original: template } }) => (
          <Anchor component={Link} to={`/modeles/${template.id}`} size="sm" fw={560} c="inherit">
            {template.name}
          </Anchor>
        ),
      },
      {
        id: 'level',
        header: w.level,
        meta: { width: '84px', align: 'center', sort: 'level' },
        cell: ({ row }) => (row.original.level === null ? '–' : <LevelBadge level={row.original.level} />),
      },
      {
        id: 'kind',
        header: w.kind,
        meta: { width: '180px' },
        cell: ({ row }) => each(row.original.variants.map(({ kind }) => kindWord(kind, language))),
      },
      {
        id: 'language',
        header: w.language,
        meta: { width: '150px' },
        cell: ({ row }) => each(row.original.variants.map((text) => (text.language === 'en' ? w.en : w.fr))),
      },
      {
        id: 'debtor',
        header: w.debtor,
        meta: { width: 'minmax(160px, 1fr)' },
        cell: ({ row }) =>
          row.original.third_party
            ? w[row.original.third_party]
            : each(
                row.original.variants.map((text) =>
                  text.debtor_kind ? customerWord(text.debtor_kind, language) : w.anyDebtor,
                ),
              ),
      },
      {
        id: 'subject',
        header: w.subject,
        meta: { width: 'minmax(200px, 1.8fr)' },
        cell: ({ row }) => row.original.subject,
      },
      {
        id: 'actions',
        header: w.actions,
        meta: { width: '84px', align: 'right' },
        cell: ({ row }) => <TemplateActions template={row.original} />,
      },
    ];
  }, [w, language]);
}
