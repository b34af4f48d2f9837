import { Anchor, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { answerOf, api } from '../../api/client.ts';
import { useFormats } from '../../words/formats.ts';
import { defineWords, useWords } from '../../words/words.ts';
import classes from './imports.module.css';

const words = defineWords(
  {
    title: 'Imports précédents',
    at: 'Date',
    kind: 'Contenu',
    name: 'Fichier',
    who: 'Par',
    total: 'Lignes',
    accepted: 'Acceptées',
    refused: 'Refusées',
    status: 'État',
    customers: 'clients',
    invoices: 'factures',
    payments: 'règlements',
    third_parties: 'prescripteurs et notaires',
    running: 'en cours',
    done: 'terminé',
  },
  {
    title: 'Past imports',
    at: 'Day',
    kind: 'Content',
    name: 'File',
    who: 'By',
    total: 'Rows',
    accepted: 'Accepted',
    refused: 'Refused',
    status: 'State',
    customers: 'customers',
    invoices: 'invoices',
    payments: 'payments',
    third_parties: 'referrers and notaries',
    running: 'running',
    done: 'done',
  },
);

/** Former imports, with links to their refused rows. */
export function PastImports({ openId }: { openId: string | undefined }) {
  const w = useWords(words);
  const { instant, number } = useFormats();
  const { data } = useQuery({
    queryKey: ['imports', 'past'],
    queryFn: () => answerOf(api.GET('/v1/imports', { params: { query: { limit: 20 } } })),
  });
  // As the page above reads it, which asks more often: both say the same of the import that is open.
  const { data: opened } = useQuery({
    queryKey: ['imports', openId],
    queryFn: () => answerOf(api.GET('/v1/imports/{id}', { params: { path: { id: openId ?? '' } } })),
    enabled: openId !== undefined,
    refetchInterval: false,
  });
  if (!data || data.data.length === 0) return null;
  return (
    <section aria-label={w.title}>
      <Title order={2} size="h5" mb={8}>
        {w.title}
      </Title>
      <div className={classes.scroller}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{w.at}</th>
              <th scope="col">{w.kind}</th>
              <th scope="col">{w.name}</th>
              <th scope="col">{w.who}</th>
              {[w.total, w.accepted, w.refused].map((name) => (
                <th key={name} scope="col" data-align="right">
                  {name}
                </th>
              ))}
              <th scope="col">{w.status}</th>
            </tr>
          </thead>
          <tbody>
            {data.data
              .map((one) => (one.id === opened?.id ? opened : one))
              .map((one) => (
                <tr key={one.id}>
                  <td>
                    <Anchor
                      component={Link}
                      to={`/imports/${one.id}`}
                      size="sm"
                      {...(one.id === openId ? { fw: 650, 'aria-current': 'page' } : {})}
                    >
                      {instant(one.created_at)}
                    </Anchor>
                  </td>
                  <td>{w[one.kind]}</td>
                  <td>{one.file_name}</td>
                  <td>{one.actor.name}</td>
                  <td data-align="right">{number(one.total)}</td>
                  <td data-align="right">{number(one.accepted)}</td>
                  <td data-align="right">{number(one.refused_count)}</td>
                  <td>{w[one.status]}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
