/** Whether a pause tells of insolvency proceedings: its `sinceAt` then stands for the day of the judgment. */
export const isInsolvency = ({ cause }: { cause?: string | null }): boolean => cause === 'insolvency';
