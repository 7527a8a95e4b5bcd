/** The functional unit of a scenario that names none is a request: the one word of a scenario that is ours, and is put into French. */
export const unitName = (unit: string): string => (unit === 'request' ? 'requête' : unit);
