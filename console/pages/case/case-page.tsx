import { useParams } from 'react-router';
import { ActionDrawer } from '../../action/action-drawer.tsx';
import { CaseView } from '../../case/case-view.tsx';
import { useCase } from '../../case/case-data.ts';
import { Page } from '../../frame/page.tsx';
import { useCustomerName } from '../../words/customer-name.ts';
import { defineWords, useWords } from '../../words/words.ts';

const words = defineWords(
  { title: (number: string, name: string) => `${number} · ${name}`, case: 'Dossier' },
  { title: (number: string, name: string) => `${number} · ${name}`, case: 'Case' },
);

/** One invoice on a page of its own. */
export function CasePage() {
  const w = useWords(words);
  const { invoiceId = '' } = useParams();
  const nameOf = useCustomerName();
  const { data } = useCase(invoiceId);
  const title = data ? w.title(data.data.number, nameOf(data.data.customer)) : w.case;
  return (
    <Page title={title}>
      <CaseView invoiceId={invoiceId} key={invoiceId} />
      <ActionDrawer />
    </Page>
  );
}
