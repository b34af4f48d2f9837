import { deleteTask } from '../../facts/tasks/change-task.ts';
import { noContent } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { factContext } from '../frame/fact-answer.ts';
import { idParams } from '../frame/fields.ts';

export const deleteTaskEndpoint = defineEndpoint({
  method: 'DELETE',
  path: '/v1/tasks/{id}',
  tag: 'Tasks',
  summary: 'Delete a task',
  who: ['collector'],
  params: idParams,
  answers: { 204: null },
  handle: async (request) => {
    await deleteTask(request.context.db, factContext(request), request.params.id);
    return noContent();
  },
});
