import { type Cells, listed } from '../table/sheet.ts';

/** The litigation hold of a case, from its row in the API's CSV. */
export const litigationIn = (cells: Cells) => listed(cells['dunning_holds']).find(({ kind }) => kind === 'litigation');
