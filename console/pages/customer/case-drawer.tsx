import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { CaseView } from '../../case/case-view.tsx';
import { PageDrawer } from '../../frame/page-drawer.tsx';
import { defineWords, useWords } from '../../words/words.ts';

const words = defineWords({ open: 'Ouvrir en pleine page' }, { open: 'Open as a page' });

/** A case in a drawer beside its list. */
export function CaseDrawer({ invoiceId, close }: { invoiceId: string | undefined; close: () => void }) {
  const w = useWords(words);
  return (
    <PageDrawer
      isOpen={invoiceId !== undefined}
      close={close}
      size={880}
      title={
        invoiceId && (
          <Anchor component={Link} to={`/dossiers/${invoiceId}`} size="sm">
            {w.open}
          </Anchor>
        )
      }
    >
      {invoiceId && <CaseView key={invoiceId} invoiceId={invoiceId} />}
    </PageDrawer>
  );
}
