import { Button, Group, Paper, Text } from '@mantine/core';
import { Component, type ReactNode, Suspense } from 'react';
import { isMissingPart } from '../frame/load-anew.ts';
import { useEscape } from '../frame/use-escape.ts';
import { useLoadingAnew } from '../frame/use-loading-anew.ts';
import { defineWords, useWords } from '../words/words.ts';
import { Empty } from './empty.tsx';

const words = defineWords(
  {
    gone: 'Une nouvelle version a été mise en service',
    goneHint: 'Ce que vous avez demandé s’ouvrira après rechargement. Enregistrez d’abord ce que vous avez saisi.',
    reload: 'Recharger',
  },
  {
    gone: 'A new version has come into service',
    goneHint: 'What you asked for opens once the page is loaded again. Save first what you have typed.',
    reload: 'Load again',
  },
);

interface BoundaryProps {
  children: ReactNode;
  /** Renders the replacement for `children` after an error. It can throw an error that it does not handle. */
  instead: (error: unknown) => ReactNode;
}

/** Contains an error of its children, so that the rest of the page stays. */
export class Boundary extends Component<BoundaryProps, { broken: { error: unknown } | null }> {
  static getDerivedStateFromError = (error: unknown) => ({ broken: { error } });

  override state = { broken: null as { error: unknown } | null };

  override render() {
    const { broken } = this.state;
    return broken ? this.props.instead(broken.error) : this.props.children;
  }
}

interface OnDemandProps {
  children: ReactNode;
  /** Shown while loading. Absent for something that is shown over the page. */
  meanwhile?: ReactNode;
  /** Set for content that shows nothing, so that no key is held back while it loads. */
  isUnseen?: boolean;
}

/**
 * Content that is loaded on demand. When a new version has removed its file, the page around it stays with its input:
 * the page is reloaded if nothing would be lost; otherwise a message asks to reload, in place of the content or over
 * the page.
 */
export function OnDemand({ children, meanwhile, isUnseen = false }: OnDemandProps) {
  return (
    <Boundary
      instead={(error) => {
        if (!isMissingPart(error)) throw error;
        return <Gone error={error} meanwhile={meanwhile} />;
      }}
    >
      <Suspense fallback={meanwhile === undefined && !isUnseen ? <OnItsWay /> : meanwhile}>{children}</Suspense>
    </Boundary>
  );
}

/** While a dialog is loading it takes the keys already, so that what is typed does not reach the page. */
function OnItsWay() {
  useEscape(undefined);
  return null;
}

function Gone({ error, meanwhile }: { error: unknown; meanwhile: ReactNode }) {
  const w = useWords(words);
  const isOnItsWay = useLoadingAnew(error);
  if (isOnItsWay) return meanwhile;
  const reload = <Button onClick={() => window.location.reload()}>{w.reload}</Button>;
  if (meanwhile !== undefined) return <Empty isLow title={w.gone} hint={w.goneHint} action={reload} />;
  return (
    <Paper
      role="alert"
      withBorder
      shadow="md"
      p="sm"
      pos="fixed"
      bottom={20}
      right={20}
      maw={440}
      style={{ zIndex: 400 }}
    >
      <Text fw={600}>{w.gone}</Text>
      <Text c="dimmed">{w.goneHint}</Text>
      <Group mt="xs">{reload}</Group>
    </Paper>
  );
}
