/** A small scenario that is right, for tests of what is wrong. */
export const good = `name: ok
usages:
  - id: chat
    model: gpt-4o
    region: azure/eastus2
    requests: 1M/year
    tokens: { input: 900, output: 600 }
`;

/** The same with a line more in its usage. */
export const insert = (line: string): string => good.replace('    requests', `    ${line}\n    requests`);
