import { Anchor, Text } from '@mantine/core';
import { Link } from 'react-router';
import { listOf } from '../../figures/list-of.ts';
import { useFormats } from '../../words/formats.ts';
import { defineWords, useWords } from '../../words/words.ts';
import classes from './dashboard.module.css';
import { Report, type ReportProps } from './report.tsx';

const words = defineWords(
  {
    title: 'Délai et promesses',
    dso: 'DSO (délai moyen de paiement)',
    days: (days: string) => `${days}\u00a0j`,
    dsoHint: 'Ce qui est dû aujourd’hui, rapporté à la facturation des 90 derniers jours.',
    noDso: 'Rien n’a été facturé depuis 90 jours.',
    promises: 'Promesses de règlement',
    open: 'échéances en cours',
    one: 'dossier',
    many: 'dossiers',
    kept: 'tenues',
    broken: 'non tenues',
  },
  {
    title: 'Pace and promises',
    dso: 'DSO (days sales outstanding)',
    days: (days: string) => `${days} d`,
    dsoHint: 'What is owed today over what was billed in the last 90 days.',
    noDso: 'Nothing was billed in the last 90 days.',
    promises: 'Promises to pay',
    open: 'instalments standing',
    one: 'case',
    many: 'cases',
    kept: 'kept',
    broken: 'broken',
  },
);

/** How fast customers pay, and how many promises are kept. */
export function Pace({ figures, narrowed }: ReportProps) {
  const w = useWords(words);
  const { number, count } = useFormats();
  const { dso_days, promises } = figures;
  return (
    <Report title={w.title}>
      <Text c="dimmed" mt="sm">
        {w.dso}
      </Text>
      <span className={classes.figure}>{dso_days === null ? '–' : w.days(number(Math.round(dso_days)))}</span>
      <Text c="dimmed" mb="lg">
        {dso_days === null ? w.noDso : w.dsoHint}
      </Text>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col" colSpan={2}>
              {w.promises}
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>{w.open}</td>
            <td>
              {number(promises.open)} ·{' '}
              <Anchor component={Link} size="sm" to={listOf('/relances', { hold: 'promise' }, narrowed)}>
                {count(promises.open_cases, w.one, w.many)}
              </Anchor>
            </td>
          </tr>
          <tr>
            <td>{w.kept}</td>
            <td>{number(promises.kept)}</td>
          </tr>
          <tr>
            <td>{w.broken}</td>
            <td>{number(promises.broken)}</td>
          </tr>
        </tbody>
      </table>
    </Report>
  );
}
