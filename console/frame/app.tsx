import { MantineProvider } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { QueryClientProvider } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { RouterProvider } from 'react-router';
import { queryClient } from '../api/query-client.ts';
import { Boundary } from '../states/on-demand.tsx';
import { currentLanguage, keepLanguage, type Language, LanguageContext } from '../words/language.ts';
import { Notices } from './notices.tsx';
import { Broken } from './route-failed.tsx';
import { router } from './routes.tsx';
import { SessionGate } from './session-gate.tsx';
import { themeIn } from './theme.ts';

const drawAtOnce = (draw: () => unknown) => void flushSync(draw);

/** Everything around the pages: theme, language, data, session. */
export function App() {
  const [language, setLanguage] = useState(currentLanguage);
  const value = useMemo(() => {
    const choose = (chosen: Language) => {
      keepLanguage(chosen);
      setLanguage(chosen);
      // The API's sentences are in the language of the request.
      void queryClient.invalidateQueries();
    };
    keepLanguage(language);
    return { language, choose };
  }, [language]);
  const theme = useMemo(() => themeIn(language), [language]);
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <DatesProvider settings={{ locale: language, firstDayOfWeek: 1, weekendDays: [] }}>
        <LanguageContext value={value}>
          <QueryClientProvider client={queryClient}>
            <Boundary instead={() => null}>
              <Notices />
            </Boundary>
            <Boundary instead={() => <Broken />}>
              <SessionGate>
                <RouterProvider router={router} flushSync={drawAtOnce} />
              </SessionGate>
            </Boundary>
          </QueryClientProvider>
        </LanguageContext>
      </DatesProvider>
    </MantineProvider>
  );
}
