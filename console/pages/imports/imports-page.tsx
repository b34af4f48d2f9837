import { Button } from '@mantine/core';
import { Link, useParams } from 'react-router';
import { Page } from '../../frame/page.tsx';
import { SupervisorsOnly } from '../../states/supervisors-only.tsx';
import { defineWords, useWords } from '../../words/words.ts';
import { ImportProgress } from './import-progress.tsx';
import classes from './imports.module.css';
import { NewImport } from './new-import.tsx';
import { PastImports } from './past-imports.tsx';

const words = defineWords(
  { title: 'Imports', another: 'Importer un autre fichier' },
  { title: 'Imports', another: 'Import another file' },
);

/** Imports a file of customers, invoices, payments or third parties, and shows progress and refused rows. */
export function ImportsPage() {
  const w = useWords(words);
  const { importId } = useParams();
  return (
    <SupervisorsOnly title={w.title}>
      <Page
        title={w.title}
        actions={
          importId && (
            <Button component={Link} to="/imports" variant="default">
              {w.another}
            </Button>
          )
        }
      >
        <div className={classes.content}>
          {importId ? <ImportProgress key={importId} importId={importId} /> : <NewImport />}
          <PastImports openId={importId} />
        </div>
      </Page>
    </SupervisorsOnly>
  );
}
