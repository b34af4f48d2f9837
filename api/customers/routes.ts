import type { Endpoint } from '../frame/endpoint.ts';
import { assignCustomersEndpoint } from './assign-customers.ts';
import { listConsentsEndpoint, recordConsentEndpoint } from './consents.ts';
import { createCustomerEndpoint } from './create-customer.ts';
import { eraseCustomerEndpoint } from './erase-customer.ts';
import { getAccountPdfEndpoint } from './get-account-pdf.ts';
import { getAccountEndpoint } from './get-account.ts';
import { getCustomerEndpoint } from './get-customer.ts';
import { getPersonalDataEndpoint } from './get-personal-data.ts';
import { listCustomerHistoryEndpoint } from './list-customer-history.ts';
import { listCustomersEndpoint } from './list-customers.ts';
import { patchCustomerEndpoint } from './patch-customer.ts';

export const customerRoutes: readonly Endpoint[] = [
  createCustomerEndpoint,
  listCustomersEndpoint,
  getCustomerEndpoint,
  patchCustomerEndpoint,
  getAccountEndpoint,
  getAccountPdfEndpoint,
  listCustomerHistoryEndpoint,
  assignCustomersEndpoint,
  recordConsentEndpoint,
  listConsentsEndpoint,
  getPersonalDataEndpoint,
  eraseCustomerEndpoint,
];
