/** The query parameter for the run that is shown. */
export const RUN = 'relance';
/** The value of the parameter `RUN` for the list of all runs. */
export const ALL_RUNS = 'toutes';
