import type { paths } from '../api/schema.ts';

type Listed = paths['/v1/messages']['get'];

/** What was sent, or was about to be. */
export type Message = Listed['responses'][200]['content']['application/json']['data'][number];
/** One of them, with what was told of it after it left. */
export type MessageDetail = paths['/v1/messages/{id}']['get']['responses'][200]['content']['application/json'];
export type MessageFilter = NonNullable<Listed['parameters']['query']>;

/** Where a person has to say what became of it. */
export const isUncertain = ({ status }: Pick<Message, 'status'>): boolean => status === 'ambiguous';
