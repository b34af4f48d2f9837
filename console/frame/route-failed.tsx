import { Button } from '@mantine/core';
import { isRouteErrorResponse, Link, useRouteError } from 'react-router';
import { Empty } from '../states/empty.tsx';
import { Loading } from '../states/loading.tsx';
import { defineWords, useWords } from '../words/words.ts';
import { useLoadingAnew } from './use-loading-anew.ts';

const words = defineWords(
  {
    missing: 'Cette page n’existe pas',
    missingHint: 'L’adresse est peut-être incomplète.',
    broken: 'Cette page ne s’affiche pas',
    brokenHint: 'Rien n’est perdu. Rechargez la page\u00a0; une nouvelle version a peut-être été mise en service.',
    back: 'Revenir aux relances',
    reload: 'Recharger',
  },
  {
    missing: 'There is no such page',
    missingHint: 'The address may be incomplete.',
    broken: 'This page cannot be shown',
    brokenHint: 'Nothing is lost. Load it again: a new version may have come into service.',
    back: 'Back to the reminders',
    reload: 'Load again',
  },
);

/**
 * Shown for an unknown address or a page that failed. A page whose file a new version removed is reloaded without a
 * message.
 */
export function RouteFailed() {
  const w = useWords(words);
  const error = useRouteError();
  const isOnItsWay = useLoadingAnew(error);
  if (isOnItsWay) return <Loading lines={10} />;
  const isBroken = error !== undefined && error !== null && !(isRouteErrorResponse(error) && error.status === 404);
  if (isBroken) return <Broken />;
  return (
    <Empty
      title={w.missing}
      hint={w.missingHint}
      action={
        <Button component={Link} to="/relances">
          {w.back}
        </Button>
      }
    />
  );
}

/** Shown in place of something that failed to render. */
export function Broken() {
  const w = useWords(words);
  return (
    <Empty
      title={w.broken}
      hint={w.brokenHint}
      action={<Button onClick={() => window.location.reload()}>{w.reload}</Button>}
    />
  );
}
