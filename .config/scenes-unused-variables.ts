/**
 * In place of three kinds of variables of Scenes that this app does not use: free label filters, free grouping and scopes.
 * With their pickers they are 200 kB. Scenes itself only asks whether a variable is one of them, and none ever is.
 */
export class AdHocFiltersVariable {}
export class GroupByVariable {}
export class ScopesVariable {}

// Asked of the filters of such variables, of which there are none.
const ofNothing = () => false;
export {
  ofNothing as isFilterApplicable,
  ofNothing as isFilterComplete,
  ofNothing as isGroupByFilter,
  ofNothing as isMatchAllFilter,
};
