/**
 * The test ids that Scenes asks for, in place of `@grafana/e2e-selectors`: that package carries the ids of every Grafana
 * since version 8 and a semver parser, 75 kB that no user of this app needs. A test holds these to the real ones.
 */
const labelled = (prefix: string) => (name: string) => `data-testid ${prefix}${name}`;

export const selectors = {
  components: {
    DashboardRow: { title: labelled('dashboard-row-title-') },
    LoadingIndicator: { icon: 'data-testid Loading indicator' },
    Panels: { Panel: { menuItems: labelled('Panel menu item ') } },
    Select: { option: 'data-testid Select option' },
  },
  pages: {
    Dashboard: {
      SubMenu: {
        submenuItem: 'data-testid template variable',
        submenuItemLabels: labelled('Dashboard template variables submenu Label '),
        submenuItemValueDropDownOptionTexts: labelled(
          'Dashboard template variables Variable Value DropDown option text '
        ),
        submenuItemValueDropDownValueLinkTexts: labelled(
          'Dashboard template variables Variable Value DropDown value link text '
        ),
      },
    },
  },
};
