/** What `help` has a page on. */
export const topics = ['scenario', 'budgets', 'method', 'practices', 'exit-codes'] as const;
export type Topic = (typeof topics)[number];
