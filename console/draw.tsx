import '@fontsource-variable/inter';
import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import 'dayjs/locale/fr';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from './api/query-client.ts';
import { App } from './frame/app.tsx';
import './frame/frame.css';
import { sessionQuery } from './frame/session-query.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
const page = createRoot(root);
// Wait for the session, and usually the data of the first page too, so that the page is drawn at once and not in parts.
void queryClient.prefetchQuery(sessionQuery).then(() =>
  page.render(
    <StrictMode>
      <App />
    </StrictMode>,
  ),
);
