import { decimalsOf, smallestIn } from '../../words/decimals.ts';
import { type Formats, useFormats } from '../../words/formats.ts';
import { defineWords, useWords } from '../../words/words.ts';
import classes from './imports.module.css';
import { keptColumns, type MappedCell, type MappedRow, type Mapping } from './mapped-file.ts';

const words = defineWords(
  { line: 'Ligne', empty: 'manque', label: 'Premières lignes et lignes à problème' },
  { line: 'Line', empty: 'missing', label: 'First rows and rows with a problem' },
);

const FIRST = 6;
const FAULTY = 20;

interface PreviewTableProps {
  mapping: Mapping;
  rows: readonly MappedRow[];
  faulty: readonly MappedRow[];
}

/** The first rows as they will be sent, and the faulty ones, with their line numbers. */
export function PreviewTable({ mapping, rows, faulty }: PreviewTableProps) {
  const w = useWords(words);
  const formats = useFormats();
  const kept = keptColumns(mapping);
  const shown = [...new Set([...rows.slice(0, FIRST), ...faulty.slice(0, FAULTY)])];
  if (kept.length === 0) return null;
  return (
    <div className={classes.scroller} tabIndex={0} role="region" aria-label={w.label}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{w.line}</th>
            {kept.map(({ column }) => (
              <th key={column.name} scope="col" {...(column.form === 'cents' ? { 'data-align': 'right' } : {})}>
                {column[formats.language]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={row.line}>
              <td>{row.line}</td>
              {kept.map(({ column }, at) => {
                const cell = row.cells[at];
                return (
                  <td
                    key={column.name}
                    className={cell?.isFaulty ? classes.faulty : undefined}
                    {...(column.form === 'cents' ? { 'data-align': 'right' } : {})}
                  >
                    {cell?.isFaulty && cell.text === '' ? w.empty : shownAs(cell, column.form, row.currency, formats)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A day or an amount in the user's format, when it could be parsed. */
function shownAs(cell: MappedCell | undefined, form: string, currency: string, { day, language }: Formats): string {
  if (!cell || cell.isFaulty || cell.text === '') return cell?.written ?? cell?.text ?? '';
  if (form === 'day') return day(cell.text);
  if (form !== 'cents') return cell.text;
  const amount = new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    minimumFractionDigits: decimalsOf(currency),
  });
  return amount.format(Number(cell.text) / smallestIn(currency));
}
