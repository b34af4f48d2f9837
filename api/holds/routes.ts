import type { Endpoint } from '../frame/endpoint.ts';
import { deleteLitigationEndpoint } from './delete-litigation.ts';
import { getCustomerPauseEndpoint } from './get-customer-pause.ts';
import { getDisputeEndpoint } from './get-dispute.ts';
import { getPromiseEndpoint } from './get-promise.ts';
import { liftPauseEndpoint } from './lift-pause.ts';
import { listDisputesEndpoint } from './list-disputes.ts';
import { listPromisesEndpoint } from './list-promises.ts';
import { openDisputeEndpoint } from './open-dispute.ts';
import { pauseCustomerEndpoint } from './pause-customer.ts';
import { putLitigationEndpoint } from './put-litigation.ts';
import { recordPromiseEndpoint } from './record-promise.ts';
import { reopenPromiseEndpoint } from './reopen-promise.ts';
import { resolveDisputeEndpoint } from './resolve-dispute.ts';
import { resumeCustomerEndpoint } from './resume-customer.ts';
import { setPauseEndpoint } from './set-pause.ts';
import { withdrawDisputeEndpoint } from './withdraw-dispute.ts';
import { withdrawPromiseEndpoint } from './withdraw-promise.ts';

export const holdRoutes: readonly Endpoint[] = [
  deleteLitigationEndpoint,
  getCustomerPauseEndpoint,
  getDisputeEndpoint,
  getPromiseEndpoint,
  liftPauseEndpoint,
  listDisputesEndpoint,
  listPromisesEndpoint,
  openDisputeEndpoint,
  pauseCustomerEndpoint,
  putLitigationEndpoint,
  recordPromiseEndpoint,
  reopenPromiseEndpoint,
  resolveDisputeEndpoint,
  resumeCustomerEndpoint,
  setPauseEndpoint,
  withdrawDisputeEndpoint,
  withdrawPromiseEndpoint,
];
