/** `user_id`, `user.id`, `userId`, `enduser.id`, `fields.user_id`: who somebody is, which not every reader has to see. */
const PERSONAL_NAME = /(?:^|[._-])(?:end)?user(?:[._-]?(?:id|name))$|(?:^|[._-])(?:end)?user(?:Id|Name)$/;

/** True for the name of a field or an attribute that tells one user from another. */
export function isPersonalName(name: string): boolean {
  return PERSONAL_NAME.test(name);
}
