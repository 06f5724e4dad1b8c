/** How a support request of one severity is answered; `responseMinutes` is absent when nothing is agreed. */
export interface SupportResponse {
  severity: string;
  responseMinutes?: number | undefined;
  text: string;
  implements?: readonly string[] | undefined;
}

/** Credit due when the attained ratio lies in [atLeastRatio, belowRatio). */
export interface SlaCredit {
  atLeastRatio: number;
  belowRatio: number;
  /** Share of the monthly fee, 0..1. */
  feeRatio: number;
  implements?: readonly string[] | undefined;
}

/** What a customer pays in a month, all customers of the tier together. */
export interface MonthlyFee {
  amount: number;
  /** ISO 4217, `EUR`. */
  currency: string;
}

/** What customers of a tier were promised. */
export interface Sla {
  targetRatio: number;
  credits?: readonly SlaCredit[] | undefined;
  support?: readonly SupportResponse[] | undefined;
  monthlyFee?: MonthlyFee | undefined;
  implements?: readonly string[] | undefined;
}
