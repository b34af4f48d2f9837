import type { Endpoint } from '../frame/endpoint.ts';
import { changeTaskEndpoint } from './change-task.ts';
import { createTaskEndpoint } from './create-task.ts';
import { deleteTaskEndpoint } from './delete-task.ts';
import { getTaskEndpoint } from './get-task.ts';
import { listTasksEndpoint } from './list-tasks.ts';

export const taskRoutes: readonly Endpoint[] = [
  createTaskEndpoint,
  listTasksEndpoint,
  getTaskEndpoint,
  changeTaskEndpoint,
  deleteTaskEndpoint,
];
