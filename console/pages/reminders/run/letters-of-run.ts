import type { Run } from './use-run.ts';

/** How the letters of a run, or of a dry run, are sent. Each letter is in one of the first three counts. */
export function lettersOf(run: Pick<Run, 'sent' | 'to_post' | 'by_provider' | 'registered_by_provider'>) {
  const { sent, to_post: toPost, by_provider: byProvider, registered_by_provider: registered } = run;
  return {
    /** Made here, to be printed; that completes their level. */
    printed: sent - toPost - byProvider,
    /** Registered, to be posted by a person. Their level is done once the person has recorded the posting. */
    toPost,
    /** Printed, franked and posted by the print provider, at once. */
    byProvider,
    /** The registered ones among those of the provider. */
    registered,
  };
}
