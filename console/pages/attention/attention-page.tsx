import { Stack } from '@mantine/core';
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
import { Section } from './section.tsx';
import { StoppedLine } from './stopped-line.tsx';
import { UncertainMessage } from './uncertain-message.tsx';
import {
  isAboutMessage,
  isStoppedCase,
  useRefusedImports,
  useReturned,
  useStoppedCases,
  useUncertain,
  useWaiting,
} from './use-anomalies.ts';

/** What needs a person, settled in place. */
export function AttentionPage() {
  const w = useWords(attentionWords);
  const uncertain = useUncertain();
  const cases = useStoppedCases();
  const waiting = useWaiting();
  const returned = useReturned();
  const imports = useRefusedImports();
  const all = [uncertain, cases, waiting, returned];
  const asked = cases.data?.data ?? [];
  const messages = asked.filter(isAboutMessage);
  const failed = all.find(({ data, error }) => error && !data);
  if (failed) {
    return (
      <Page title={w.title}>
        <Failed error={failed.error} retry={() => void failed.refetch()} />
      </Page>
    );
  }
  const isLoading = all.some(({ data }) => !data);
  const isCalm = !isLoading && all.every(({ data }) => listed(data).length === 0) && !imports.data?.length;
  return (
    <Page title={w.title}>
      {isCalm && <Empty title={w.calm} hint={w.calmHint} />}
      <div className={classes.page}>
        <StoppedLine waiting={waiting.data?.data ?? []} count={waiting.data?.total ?? 0} />
        <Section title={w.uncertain} count={uncertain.data?.total ?? 0}>
          {uncertain.data?.data.map((message) => (
            <UncertainMessage key={message.id} message={message} />
          ))}
        </Section>
        <Section title={w.cases} count={(cases.data?.total ?? 0) - messages.length}>
          {asked.filter(isStoppedCase).map((action) => (
            <CaseAnomaly key={action.id} action={action} />
          ))}
        </Section>
        <Section title={w.messages} count={messages.length}>
          {messages.map((action) => (
            <MessageAnomaly key={action.id} action={action} />
          ))}
        </Section>
        <Section title={w.stopped} count={waiting.data?.total ?? 0}>
          <Stack gap={4}>
            {waiting.data?.data.map((message) => (
              <MessageLine key={message.id} message={message} />
            ))}
          </Stack>
        </Section>
        <Section title={w.imports} count={imports.data?.length ?? 0}>
          {imports.data?.map((one) => (
            <ImportAnomaly key={one.id} of={one} />
          ))}
        </Section>
        <Section title={w.returned} count={returned.data?.length ?? 0}>
          <Stack gap={4}>
            {returned.data?.map((message) => (
              <MessageLine key={message.id} message={message} />
            ))}
          </Stack>
        </Section>
      </div>
      {isLoading && <Loading lines={6} />}
    </Page>
  );
}

/** A page of the API, or a list made of several. */
const listed = (data: { data: unknown[] } | unknown[] | undefined): unknown[] =>
  Array.isArray(data) ? data : (data?.data ?? []);
