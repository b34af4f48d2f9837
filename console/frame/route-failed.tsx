import { Button } from '@mantine/core';
import { isRouteErrorResponse, Link, useRouteError } from 'react-router';
import { Empty } from '../states/empty.tsx';
import { defineWords, useWords } from '../words/words.ts';

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

/** An address that is none, or a page that broke. */
export function RouteFailed() {
  const w = useWords(words);
  const error = useRouteError();
  const isBroken = error !== undefined && error !== null && !(isRouteErrorResponse(error) && error.status === 404);
  return (
    <Empty
      title={isBroken ? w.broken : w.missing}
      hint={isBroken ? w.brokenHint : w.missingHint}
      action={
        isBroken ? (
          <Button onClick={() => window.location.reload()}>{w.reload}</Button>
        ) : (
          <Button component={Link} to="/relances">
            {w.back}
          </Button>
        )
      }
    />
  );
}
