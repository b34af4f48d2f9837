import { answerOf, api } from '../api/client.ts';

/** One message of the archive. */
export const messageQuery = (messageId: string) => ({
  queryKey: ['messages', messageId],
  queryFn: () => answerOf(api.GET('/v1/messages/{id}', { params: { path: { id: messageId } } })),
});
