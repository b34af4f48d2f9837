import { Page } from '../../frame/page.tsx';
import { Empty } from '../../states/empty.tsx';
import { Failed } from '../../states/failed.tsx';
import { Loading } from '../../states/loading.tsx';
import { useWords } from '../../words/words.ts';
import { CaseAnomaly } from './case-anomaly.tsx';
import classes from './attention.module.css';
import { attentionWords } from './attention-words.ts';
import { ImportAnomaly } from './import-anomaly.tsx';
import { MessageAnomaly } from './message-anomaly.tsx';
import { MessageLine } from './message-line.tsx';
import { ReturnedMessage } from './returned-message.tsx';
import { Section } from './section.tsx';
import { StoppedLine } from './stopped-line.tsx';
import { UncertainMessage } from './uncertain-message.tsx';
import {
  isStoppedCase,
  useAskedMessages,
  useRefusedImports,
  useReturned,
  useStoppedCases,
  useUncertain,
  useWaiting,
} from './use-anomalies.ts';

/** Everything that needs a person, resolved on this page. */
export function AttentionPage() {
  const w = useWords(attentionWords);
  const uncertain = useUncertain();
  const cases = useStoppedCases();
  const messages = useAskedMessages();
  const waiting = useWaiting();
  const returned = useReturned();
  const imports = useRefusedImports();
  const all = [uncertain, cases, messages, waiting, returned, imports];
  const failed = all.find(({ rows, error }) => error && !rows);
  if (failed) {
    return (
      <Page title={w.title}>
        <Failed error={failed.error} retry={failed.retry} />
      </Page>
    );
  }
  const isLoading = all.some(({ rows }) => !rows);
  const isCalm = all.every(({ rows }) => rows?.length === 0);
  return (
    <Page title={w.title}>
      {isCalm && <Empty title={w.calm} hint={w.calmHint} />}
      <div className={classes.page}>
        <StoppedLine />
        <Section title={w.uncertain} list={uncertain}>
          {(message) => <UncertainMessage key={message.id} message={message} />}
        </Section>
        <Section title={w.cases} list={cases}>
          {(action) => isStoppedCase(action) && <CaseAnomaly key={action.id} action={action} />}
        </Section>
        <Section title={w.messages} list={messages}>
          {(action) => <MessageAnomaly key={action.id} action={action} />}
        </Section>
        <Section title={w.stopped} list={waiting} gap={4}>
          {(message) => <MessageLine key={message.id} message={message} />}
        </Section>
        <Section title={w.returned} list={returned} gap={4}>
          {(message) => <ReturnedMessage key={message.id} message={message} />}
        </Section>
        <Section title={w.imports} list={imports}>
          {(one) => <ImportAnomaly key={one.id} of={one} />}
        </Section>
      </div>
      {isLoading && <Loading lines={6} />}
    </Page>
  );
}
