import { taskInput } from '../../facts/inputs/task.ts';
import { addTask } from '../../facts/tasks/add-task.ts';
import { versionOf } from '../../facts/tasks/task-answer.ts';
import { created } from '../frame/answer.ts';
import { defineEndpoint } from '../frame/endpoint.ts';
import { factContext } from '../frame/fact-answer.ts';
import { task } from './task.ts';

export const createTaskEndpoint = defineEndpoint({
  method: 'POST',
  path: '/v1/tasks',
  tag: 'Tasks',
  summary: 'Create a task for a person, in the agenda from `alert_at` on',
  description:
    'About an invoice, a customer, or neither. Without `assignee_id` it is for whoever is the customer’s collector at that ' +
    'time; a task about no customer waits for whoever takes it.',
  who: ['collector'],
  body: taskInput,
  answers: { 201: task },
  handle: async (request) => {
    const stored = await addTask(request.context.db, factContext(request), request.body);
    return created(`/v1/tasks/${stored.id}`, stored, { version: versionOf(stored) });
  },
});
