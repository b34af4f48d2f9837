import type { Endpoint } from '../frame/endpoint.ts';
import { createQualificationEndpoint } from './create-qualification.ts';
import { getQualificationEndpoint } from './get-qualification.ts';
import { previewQualificationEndpoint } from './preview-qualification.ts';
import { proposeTemplatesEndpoint } from './propose-templates.ts';

export const qualificationRoutes: readonly Endpoint[] = [
  createQualificationEndpoint,
  previewQualificationEndpoint,
  proposeTemplatesEndpoint,
  getQualificationEndpoint,
];
