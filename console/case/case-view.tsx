import { useState } from 'react';
import { Failed } from '../states/failed.tsx';
import { Loading } from '../states/loading.tsx';
import { Amounts } from './amounts.tsx';
import { CaseActions } from './case-actions.tsx';
import { useCase } from './case-data.ts';
import { CaseFileBlock } from './case-file-block.tsx';
import { CaseHead } from './case-head.tsx';
import classes from './case.module.css';
import { CreditUses } from './credit-uses.tsx';
import { CustomerBlock } from './customer-block.tsx';
import { type CaseDialog, CaseDialogs, releaseOf } from './dialogs/case-dialogs.tsx';
import { HoldsBlock } from './holds-block.tsx';
import { LateInterest } from './late-interest.tsx';
import { Limitation } from './limitation.tsx';
import { OpenActionsBlock } from './open-actions-block.tsx';
import { Synthesis } from './synthesis.tsx';
import { Timeline } from './timeline.tsx';

/** One invoice: its state and why, what can be done, what is known, what will happen and what has happened. */
export function CaseView({ invoiceId }: { invoiceId: string }) {
  const { data, error, refetch } = useCase(invoiceId);
  const [dialog, setDialog] = useState<CaseDialog | null>(null);
  if (!data) return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading lines={12} />;
  const invoice = data.data;
  const isBarred = invoice.limitation?.is_over === true;
  return (
    <article className={classes.case} aria-label={invoice.number}>
      <CaseHead invoice={invoice} actions={<CaseActions invoice={invoice} open={(name) => setDialog({ name })} />} />
      <div className={classes.columns}>
        <div className={classes.facts}>
          <Amounts invoice={invoice} />
          <CreditUses invoice={invoice} open={(name) => setDialog({ name })} />
          <LateInterest invoice={invoice} />
          {isBarred && <Limitation invoice={invoice} />}
          <HoldsBlock invoice={invoice} release={(hold) => setDialog(releaseOf(hold))} />
          <OpenActionsBlock invoiceId={invoice.id} />
          <CustomerBlock customer={invoice.customer} />
          <Synthesis invoice={invoice} />
          <CaseFileBlock invoice={invoice} />
          {!isBarred && <Limitation invoice={invoice} />}
        </div>
        <div className={classes.timeline}>
          <Timeline invoice={invoice} />
        </div>
      </div>
      {dialog && <CaseDialogs dialog={dialog} invoice={invoice} etag={data.etag} close={() => setDialog(null)} />}
    </article>
  );
}
