import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../api/client.ts';
import type { Proposed } from './qualification.ts';

/**
 * The templates to propose for a mail to the customer, by status. They stay as they were when the dialog opened: what a
 * colleague sends meanwhile must not change the text that the user has read.
 */
export function useProposed(): Proposed | undefined {
  const [kept, keep] = useState<Proposed>();
  const { data, isFetchedAfterMount } = useQuery({
    queryKey: ['qualification-templates'],
    enabled: kept === undefined,
    queryFn: () => answerOf(api.GET('/v1/qualifications/templates')),
  });
  if (!kept && data && isFetchedAfterMount) keep(data);
  return kept;
}
