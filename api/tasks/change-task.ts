import { taskChange } from '../../facts/inputs/task.ts';
import { changeTask } from '../../facts/tasks/change-task.ts';
import { versionOf } from '../../facts/tasks/task-answer.ts';
import { ok } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { factContext } from '../frame/fact-answer.ts';
import { idParams } from '../frame/fields.ts';
import { task } from './task.ts';

export const changeTaskEndpoint = defineEndpoint({
  method: 'PATCH',
  path: '/v1/tasks/{id}',
  tag: 'Tasks',
  summary: 'Change a task that is still open',
  who: ['collector'],
  params: idParams,
  body: taskChange,
  answers: { 200: task },
  handle: async (request) => {
    const { params, body, context } = request;
    const check = (before: Parameters<typeof versionOf>[0]) => {
      request.matches(versionOf(before));
    };
    const after = await changeTask(context.db, factContext(request), params.id, body, check);
    return ok(after, { version: versionOf(after) });
  },
});
