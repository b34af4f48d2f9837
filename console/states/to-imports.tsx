import { Button } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useSession } from '../frame/session.ts';
import { defineWords, useWords } from '../words/words.ts';

const words = defineWords({ open: 'Importer un portefeuille' }, { open: 'Import a portfolio' });

/** Link from an empty portfolio to the imports, for supervisors only. */
export function ToImports() {
  const w = useWords(words);
  const { isSupervisor } = useSession();
  if (!isSupervisor) return null;
  return (
    <Button component={Link} to="/imports" leftSection={<IconFileImport size={15} aria-hidden />}>
      {w.open}
    </Button>
  );
}
