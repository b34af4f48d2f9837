import type { Endpoint } from '../frame/endpoint.ts';
import { createCustomerCallEndpoint } from './create-customer-call.ts';
import { createInvoiceCallEndpoint } from './create-invoice-call.ts';

export const callRoutes: readonly Endpoint[] = [createInvoiceCallEndpoint, createCustomerCallEndpoint];
