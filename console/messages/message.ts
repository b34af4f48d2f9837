import type { paths } from '../api/schema.ts';

type Listed = paths['/v1/messages']['get'];

/** What was sent, or was about to be. */
export type Message = Listed['responses'][200]['content']['application/json']['data'][number];
export type MessageFilter = NonNullable<Listed['parameters']['query']>;

/** Where a person has to say what became of it. */
export const isUncertain = ({ status }: Pick<Message, 'status'>): boolean => status === 'ambiguous';
