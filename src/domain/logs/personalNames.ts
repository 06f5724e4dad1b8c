/** `user_id`, `user.id`, `userId`, `enduser.id`, `fields.user_id`: who somebody is, which is nobody's business here. */
const PERSONAL_NAME = /(?:^|[._-])(?:end)?user(?:[._-]?id|name)?$|(?:^|[._-])(?:end)?user(?:Id|Name)$/;
const SHOWN_DIGITS = 2;

/** True for the name of a field or an attribute that tells one user from another. */
export function isPersonalName(name: string): boolean {
  return PERSONAL_NAME.test(name);
}

/** What stands in its place: enough to see that two are not the same, too little to know who it is. */
export function maskPersonal(value: string): string {
  return value.length <= SHOWN_DIGITS ? '•••' : `•••${value.slice(-SHOWN_DIGITS)}`;
}
