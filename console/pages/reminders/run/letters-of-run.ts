import type { Run } from './use-run.ts';

/** How the letters of a run, or of a dry one, travel: each of its dossiers is in one of the three. */
export function lettersOf(run: Pick<Run, 'sent' | 'to_post' | 'by_provider' | 'registered_by_provider'>) {
  const { sent, to_post: toPost, by_provider: byProvider, registered_by_provider: registered } = run;
  return {
    /** Made here, to be printed; their level is done with that. */
    printed: sent - toPost - byProvider,
    /** Registered, for a person to post; their level is done once he noted it. */
    toPost,
    /** Printed, franked and posted by the print provider, at once. */
    byProvider,
    /** Of those of the provider. */
    registered,
  };
}
