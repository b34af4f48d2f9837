import { queryClient } from './api/query-client.ts';
import { sessionQuery } from './frame/session-query.ts';
import { prefetchWorkList } from './pages/reminders/prefetch-work-list.ts';

// Request the data before loading the script that draws it: the browser parses that script while the server answers.
void queryClient.prefetchQuery(sessionQuery);
const { pathname, search } = window.location;
if (/^\/(relances(\/|$)|$)/.test(pathname)) prefetchWorkList(new URLSearchParams(search));

void import('./draw.tsx');
