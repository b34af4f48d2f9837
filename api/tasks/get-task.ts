import { readTasks, versionOf } from '../../facts/tasks/task-answer.ts';
import { ok } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { idParams } from '../frame/fields.ts';
import { notHere } from '../frame/problem.ts';
import { task } from './task.ts';

export const getTaskEndpoint = defineEndpoint({
  method: 'GET',
  path: '/v1/tasks/{id}',
  tag: 'Tasks',
  summary: 'Get a task',
  who: ['collector'],
  params: idParams,
  answers: { 200: task },
  handle: async ({ params, context }) => {
    const [found] = await readTasks(context.db, { where: { id: params.id } });
    if (!found) throw notHere();
    return ok(found, { version: versionOf(found) });
  },
});
