import { useLanguage } from '../../words/language.ts';
import { defineWords, useWords } from '../../words/words.ts';
import type { ImportKind } from './columns.ts';
import classes from './imports.module.css';
import { refusalDetail } from './refusal-detail.ts';
import { refusalWord } from './refusal-word.ts';

const words = defineWords(
  { line: 'Ligne', why: 'Motif', detail: 'Détail', label: 'Lignes refusées', toCheck: 'Lignes à vérifier' },
  { line: 'Line', why: 'Why', detail: 'Detail', label: 'Refused rows', toCheck: 'Rows to check' },
);

const SHOWN = 500;

interface RefusedTableProps {
  kind: ImportKind;
  refused: readonly { line: number; code: string; detail: string }[];
  /** The rows were imported in spite of the remark. */
  areTaken?: boolean;
}

/** The refused rows, or those to check, by line of the file, with the reasons. */
export function RefusedTable({ kind, refused, areTaken = false }: RefusedTableProps) {
  const w = useWords(words);
  const { language } = useLanguage();
  return (
    <div className={classes.scroller}>
      <table className={classes.table} aria-label={areTaken ? w.toCheck : w.label}>
        <thead>
          <tr>
            <th scope="col">{w.line}</th>
            <th scope="col">{w.why}</th>
            <th scope="col">{w.detail}</th>
          </tr>
        </thead>
        <tbody>
          {refused.slice(0, SHOWN).map(({ line, code, detail }, at) => (
            <tr key={at}>
              <td>{line}</td>
              <td>{refusalWord(code, language)}</td>
              <td data-wrap>{refusalDetail(kind, detail, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
