import { OrgRole } from '@grafana/data';
import { config } from '@grafana/runtime';

export function isAdmin(): boolean {
  return config.bootData.user.orgRole === OrgRole.Admin;
}
