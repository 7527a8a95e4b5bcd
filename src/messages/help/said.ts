/** A text of the help in both languages: one that is missing does not compile. */
export interface Said {
  readonly en: string;
  readonly fr: string;
}

/** What the help tells and other rooms know: file extensions by command, and the columns of what is no terminal. */
export interface Facts {
  readonly extensions: Readonly<Record<'assess' | 'compare' | 'check' | 'diff' | 'usage', string>>;
  readonly piped: number;
}
