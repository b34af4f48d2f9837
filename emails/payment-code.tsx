import type { ReactNode } from 'react';
import type { PaymentCode as Modules } from '../domain/wording/payment-code.ts';

const MODULE = 3;
const QUIET = 4 * MODULE;

/**
 * The payment code as a table of cells: mail clients cannot block it like an image, and it needs no attached file. Always
 * on white, whatever the reader's colours. Cells of one colour are joined, to keep the mail below the size at which clients
 * cut it.
 */
export function PaymentCode({ modules, caption }: { modules: Modules; caption: string }): ReactNode {
  return (
    <table
      role="img"
      aria-label={caption}
      className="wide"
      cellPadding={0}
      cellSpacing={0}
      style={{ margin: '10px 0 4px', padding: QUIET, backgroundColor: '#ffffff', fontSize: 0, lineHeight: 0 }}
    >
      <tbody>
        <tr>
          {modules.map((_, column) => (
            <td key={column} width={MODULE} height={0} />
          ))}
        </tr>
        {modules.map((row, line) => (
          <tr key={line}>
            {runsOf(row).map(({ dark, length }, index) => (
              <td
                key={index}
                {...(length > 1 ? { colSpan: length } : {})}
                {...(index === 0 ? { height: MODULE } : {})}
                {...(dark ? { bgcolor: 'black' } : {})}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function runsOf(row: readonly boolean[]): { dark: boolean; length: number }[] {
  const runs: { dark: boolean; length: number }[] = [];
  for (const dark of row) {
    const last = runs.at(-1);
    if (last?.dark === dark) last.length += 1;
    else runs.push({ dark, length: 1 });
  }
  return runs;
}
