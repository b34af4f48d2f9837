import { useQuery } from '@tanstack/react-query';
import { answerOf, api, type Schema } from '../../api/client.ts';
import { usePages } from '../../table/use-pages.ts';

export type UnpaidFile = Schema<'Invoice'>;
export type Role = 'referrer' | 'notary';

type ByRole = { referrer_id: string } | { notary_id: string };

const ask = (by: ByRole, cursor?: string) =>
  answerOf(
    api.GET('/v1/invoices', {
      params: {
        query: {
          ...by,
          status: 'open',
          kind: 'invoice',
          sort: 'due_on',
          limit: 200,
          count: true,
          ...(cursor ? { cursor } : {}),
        },
      },
    }),
  );

/**
 * The role that statements are written to: notary for anyone who is a notary in at least one file. Undefined until
 * loaded.
 */
export function useRole(id: string): Role | undefined {
  const { data } = useQuery({
    queryKey: ['third-parties', id, 'role'],
    queryFn: async () => {
      const query = { notary_id: id, limit: 1 };
      const { data: files } = await answerOf(api.GET('/v1/invoices', { params: { query } }));
      return files.length > 0 ? ('notary' as const) : ('referrer' as const);
    },
  });
  return data;
}

/** Whether an unpaid file names this third party as its referrer; undefined while it is not known. */
export function useIsReferrer(id: string): boolean | undefined {
  const { data } = useQuery({
    queryKey: ['third-parties', id, 'is-referrer'],
    queryFn: async () => {
      const query = { referrer_id: id, status: 'open', kind: 'invoice', limit: 1 } as const;
      return (await answerOf(api.GET('/v1/invoices', { params: { query } }))).data.length > 0;
    },
  });
  return data;
}

/** The unpaid files that name a third party in this role. */
export const useUnpaidFiles = (id: string, role: Role) =>
  usePages<UnpaidFile>(['invoices', 'of-third-party', id, role], (cursor) =>
    ask(role === 'notary' ? { notary_id: id } : { referrer_id: id }, cursor),
  );
