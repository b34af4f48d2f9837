/** The query parameter that keeps which run is looked at. */
export const RUN = 'relance';
/** The value of the parameter `RUN` for the list of all runs. */
export const ALL_RUNS = 'toutes';
