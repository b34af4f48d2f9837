import type { paths } from '../api/schema.ts';

type Listed = paths['/v1/messages']['get'];

/** A message that was sent, or was about to be. */
export type Message = Listed['responses'][200]['content']['application/json']['data'][number];
/** One message, with the provider's events since it was sent. */
export type MessageDetail = paths['/v1/messages/{id}']['get']['responses'][200]['content']['application/json'];
export type MessageFilter = NonNullable<Listed['parameters']['query']>;

/** Whether a person must say if the message was sent. */
export const isUncertain = ({ status }: Pick<Message, 'status'>): boolean => status === 'ambiguous';
