/** The query parameter that keeps which run is looked at. */
export const RUN = 'relance';
/** Its value for the list of all runs. */
export const ALL_RUNS = 'toutes';
