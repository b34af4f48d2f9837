import { type Cells, listed } from '../table/sheet.ts';

/** The litigation that a case stands in, of its row in the API's CSV. */
export const litigationIn = (cells: Cells) => listed(cells['dunning_holds']).find(({ kind }) => kind === 'litigation');
