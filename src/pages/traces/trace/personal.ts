import { createContext } from 'react';

/** Whether the reader wants to see who the users are. */
export interface PersonalValues {
  isShown: boolean;
  show: (isShown: boolean) => void;
}

export const PersonalContext = createContext<PersonalValues>({ isShown: false, show: () => undefined });
