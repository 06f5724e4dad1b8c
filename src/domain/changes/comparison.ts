/** An earlier time that a page is compared with. */
export interface Comparison {
  /** Value of the URL's variable. */
  id: string;
  /** How long ago, as a PromQL duration. */
  offset: string;
  /** As in "against yesterday". */
  than: string;
  /** As in "Compare with: same time yesterday". */
  title: string;
}

export const COMPARISONS: readonly Comparison[] = [
  { id: 'yesterday', offset: '1d', than: 'yesterday', title: 'same time yesterday' },
  { id: 'last-week', offset: '1w', than: 'last week', title: 'same time last week' },
];
