import { Spotlight, type SpotlightActionGroupData, createSpotlight, useSpotlight } from '@mantine/spotlight';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useLayoutEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { answerOf, api } from '../api/client.ts';
import { folded } from '../words/folded.ts';
import { useFormats } from '../words/formats.ts';
import { useLanguage } from '../words/language.ts';
import { defineWords, useWords } from '../words/words.ts';
import { addressOf, pagesFor } from './pages.ts';
import { type Found, searchGroups } from './search-groups.ts';
import { useSession } from './session.ts';
import { useEnter } from './use-enter.ts';
import { useEscape } from './use-escape.ts';

const words = defineWords(
  {
    name: 'Rechercher',
    placeholder: 'Facture, client, montant, règlement, prescripteur, notaire, page…',
    nothing: 'Rien de tel',
    pages: 'Pages',
  },
  {
    name: 'Search',
    placeholder: 'Invoice, customer, amount, payment, referrer, notary, page…',
    nothing: 'Nothing like it',
    pages: 'Pages',
  },
);

const [store, search] = createSpotlight();

const SHOWN = 6;
const NOTHING: Found = { invoices: [], customers: [], payments: [], thirdParties: [] };

/** Searches invoices, customers, payments, third parties and pages. Opens each time `asked` rises. */
export function Search({ asked }: { asked: number }) {
  const w = useWords(words);
  // In the same turn of the event loop, so that the letters typed after Ctrl-K go to the search.
  useLayoutEffect(() => {
    search.open();
  }, [asked]);
  const [query, setQuery] = useState('');
  const { groups, isBehind } = useGroups(query);
  const enter = useEnter(isBehind);
  // A dialog under the search stays open: Mantine's own handling of Esc would close both.
  useEscape(search.close, useSpotlight(store).opened);
  return (
    <Spotlight
      store={store}
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      closeOnEscape={false}
      actions={groups}
      // The API has filtered already, and pages are few.
      filter={(_, actions) => actions}
      nothingFound={w.nothing}
      highlightQuery
      maxHeight={440}
      scrollable
      attributes={{ content: { 'aria-label': w.name } }}
      searchProps={{
        ...enter,
        leftSection: <IconSearch size={18} aria-hidden />,
        placeholder: w.placeholder,
        'aria-label': w.placeholder,
      }}
    />
  );
}

function useGroups(query: string): { groups: SpotlightActionGroupData[]; isBehind: boolean } {
  const w = useWords(words);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const formats = useFormats();
  const session = useSession();
  const { data, isBehind } = useFound(query.trim());
  const go = (path: string) => () => void navigate(path);
  const pages = pagesFor(session).filter((page) => folded(page[language]).includes(folded(query.trim())));
  const groups = [
    ...searchGroups(data ?? NOTHING, formats).map(({ group, lines }) => ({
      group,
      actions: lines.map(({ path, ...line }) => ({ ...line, onClick: go(path) })),
    })),
    {
      group: w.pages,
      actions: pages.map((page) => ({
        id: page.path,
        label: page[language],
        onClick: go(addressOf(page, session.user)),
        leftSection: <page.icon size={18} stroke={1.6} aria-hidden />,
      })),
    },
  ].filter((group) => group.actions.length > 0);
  return { groups, isBehind };
}

/** `isBehind`: the results are those of an earlier text. */
function useFound(query: string) {
  const [q] = useDebouncedValue(query, 120);
  const found = useQuery({
    queryKey: ['search', q],
    enabled: q.length > 1,
    placeholderData: keepPreviousData,
    refetchInterval: false,
    queryFn: async () => {
      const ask = { params: { query: { q, limit: SHOWN } } };
      const [invoices, customers, payments, thirdParties] = await Promise.all([
        answerOf(api.GET('/v1/invoices', ask)),
        answerOf(api.GET('/v1/customers', ask)),
        answerOf(api.GET('/v1/payments', ask)),
        answerOf(api.GET('/v1/third-parties', ask)),
      ]);
      return {
        invoices: invoices.data,
        customers: customers.data,
        payments: payments.data,
        thirdParties: thirdParties.data,
      };
    },
  });
  const isAsked = query.length > 1;
  return { data: found.data, isBehind: isAsked && (q !== query || found.isPlaceholderData || found.isPending) };
}
