import { queryClient } from './api/query-client.ts';
import { sessionQuery } from './frame/session-query.ts';
import { prefetchWorkList } from './pages/reminders/prefetch-work-list.ts';

// Asked before what draws the answers is read, which takes the browser as long as the answers take the server.
void queryClient.prefetchQuery(sessionQuery);
const { pathname, search } = window.location;
if (/^\/(relances(\/|$)|$)/.test(pathname)) prefetchWorkList(new URLSearchParams(search));

void import('./draw.tsx');
