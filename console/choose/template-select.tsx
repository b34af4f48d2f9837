import { answerOf, api, type Schema } from '../api/client.ts';
import type { paths } from '../api/schema.ts';
import { useWords } from '../words/words.ts';
import type { MESSAGE_CHANNELS } from '../level/kinds.ts';
import { headingsOf } from './by-folder.ts';
import { folderWords } from './folder-words.ts';
import { inFolders } from './in-folders.ts';
import type { ChooseProps } from './named-select.tsx';
import { SearchSelect } from './search-select.tsx';

/** How a message made from a template is sent. */
export type Channel = (typeof MESSAGE_CHANNELS)[number];

/** What the message is for. */
export type TemplateUse = NonNullable<NonNullable<paths['/v1/templates']['get']['parameters']['query']>['fitting']>;

interface TemplateSelectProps extends ChooseProps {
  /** Only templates that fit this channel. E-mails and letters share templates. */
  channel: Channel;
  fitting: TemplateUse;
}

/** « R2 · Relance R2 »: the level comes first, because users look for it first. */
const choiceOf = ({ id, name, level }: Pick<Schema<'Template'>, 'id' | 'name' | 'level'>) => ({
  value: id,
  label: level === null ? name : `R${level} · ${name}`,
});

/** « R2 » finds all templates of that level, « R2 · Rel » some of them. */
const LEVEL = /^R(\d)\s*(?:·\s*|$)/i;

const read = async (id: string) =>
  choiceOf(await answerOf(api.GET('/v1/templates/{id}', { params: { path: { id } } })));

/** Chooses a template by name, grouped by folder. */
export function TemplateSelect({ channel, fitting, ...props }: TemplateSelectProps) {
  const { noFolder } = useWords(folderWords);
  const search = async (typed: string) => {
    const level = LEVEL.exec(typed)?.[1];
    const q = typed.replace(LEVEL, '');
    const query = { channel, fitting, limit: 50, ...(level ? { level: Number(level) } : {}), ...(q ? { q } : {}) };
    const { data } = await answerOf(api.GET('/v1/templates', { params: { query } }));
    const headingOf = headingsOf(data, noFolder);
    return inFolders(data, 'level').map((template) => ({ ...choiceOf(template), group: headingOf?.(template) }));
  };
  return (
    <SearchSelect
      queryKey={['templates', 'to-choose', channel, fitting, noFolder]}
      search={search}
      read={read}
      {...props}
    />
  );
}

/** The chosen template, for components that only need its name. */
export const templateQuery = (id: string) => ({
  queryKey: ['templates', 'named', id],
  queryFn: () => answerOf(api.GET('/v1/templates/{id}', { params: { path: { id } } })),
  staleTime: 30_000,
  refetchInterval: false as const,
});
