import type { CaseFileInput } from '../inputs/invoice.ts';

/** The case file as columns; absent fields stay as they are. */
export function caseFileColumns(file: CaseFileInput | null | undefined) {
  if (!file) return {};
  return {
    ...(file.reference === undefined ? {} : { caseReference: file.reference }),
    ...(file.mission === undefined ? {} : { mission: file.mission }),
    ...(file.report_status === undefined ? {} : { reportStatus: file.report_status }),
    ...(file.invoice_status === undefined ? {} : { invoiceStatus: file.invoice_status }),
    ...(file.referrer_id === undefined ? {} : { referrerId: file.referrer_id }),
    ...(file.notary_id === undefined ? {} : { notaryId: file.notary_id }),
  };
}
